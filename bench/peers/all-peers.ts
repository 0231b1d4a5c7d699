import { flexSearchPeer } from './flexsearch.js';
import { fusePeers } from './fuse.js';
import { lunrPeer } from './lunr.js';
import { miniSearchPeers } from './minisearch.js';
import { oramaPeer } from './orama.js';
import type { Peer } from './peer.js';

/** Every library that is measured beside Pincite, in the order of the tables. */
export const PEERS: readonly Peer[] = [...fusePeers, ...miniSearchPeers, lunrPeer, flexSearchPeer, oramaPeer];
