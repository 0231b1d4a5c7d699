import { MAX_FILE_BYTES } from '../world/attachment-store.js';

/** Bytes of one request of the page: ten files as large as Discord takes them, and what goes with them. */
export const MAX_REQUEST_BYTES = 10 * MAX_FILE_BYTES + 1024 * 1024;
/** Messages of a channel that a page is given when it opens: more than anyone scrolls back. */
export const SHOWN_MESSAGES = 200;
/** Entries of the traffic that a page is given when it opens. */
export const SHOWN_TRAFFIC = 100;
/** Forms that wait to be filled in; the oldest is forgotten. */
export const OPEN_FORMS = 50;
/** Pages that can be open at once; each keeps a connection. */
export const MAX_PAGES = 50;
/** Milliseconds between signs of life on a page's connection. */
export const PING_MS = 15_000;
/** Ports tried from the wanted one on. */
export const PORTS_TRIED = 20;
