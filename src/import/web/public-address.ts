import ipaddr from 'ipaddr.js';

/** All global addresses of IPv6 that have been given out are here; the rest is reserved or local. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Does an IP address belong to the public internet? Private, loopback, link-local, shared, multicast and reserved ones
 * do not, nor do IPv6 addresses that stand for an IPv4 one (mapped, NAT64, 6to4, Teredo): a gateway may lead from them
 * to anywhere.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : true;
}
