import { isIP } from 'node:net';
import { MAX_LINK_LENGTH } from '../limits.js';
import { isPublicAddress } from './public-address.js';

const DEFAULT_PORTS: readonly number[] = [80, 443];

export type CheckedAddress =
  | { readonly ok: true; readonly url: URL; readonly isExempt: boolean }
  /** `reason` is for the user. */
  | { readonly ok: false; readonly reason: string };

export interface AddressRules {
  /** Origins that may be anywhere and on any port. */
  readonly allowedOrigins: readonly string[];
  readonly ports?: readonly number[] | undefined;
}

export const NOT_PUBLIC =
  'This link leads to a machine that is not on the public internet, so it is not opened. Use a link that anybody can open.';

/** Whether an address may be asked for at all; what its host's name stands for is seen when it is connected to. */
export function checkAddress(
  text: string,
  { allowedOrigins, ports = DEFAULT_PORTS }: AddressRules,
): CheckedAddress {
  const url = text.length <= MAX_LINK_LENGTH && URL.canParse(text) ? new URL(text) : null;
  if (!url) return refuse('This is no full link. Use one that begins with https:// or http://.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse('Only links that begin with https:// or http:// can be opened.');
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('This link holds a user name or a password, so it is not opened. Use one without.');
  }
  url.hash = '';
  if (allowedOrigins.includes(url.origin)) return { ok: true, url, isExempt: true };
  const port = url.port === '' ? null : Number(url.port);
  if (port !== null && !ports.includes(port)) {
    return refuse('This link names a port other than those of web sites, so it is not opened.');
  }
  // A literal address is never looked up, so it is seen here or nowhere.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return refuse(NOT_PUBLIC);
  return { ok: true, url, isExempt: false };
}

function refuse(reason: string): CheckedAddress {
  return { ok: false, reason };
}
