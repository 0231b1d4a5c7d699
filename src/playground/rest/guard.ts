import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was meant for us: addressed to the loopback itself (a page elsewhere could have
 * its name resolve to 127.0.0.1) and not sent by another site's page.
 */
export function isOwnRequest(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!headers.host || !hosts.includes(headers.host)) return false;
  const { origin } = headers;
  return origin === undefined || hosts.some((host) => origin === `http://${host}`);
}
