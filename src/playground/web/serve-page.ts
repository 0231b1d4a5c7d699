import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isOwnRequest } from '../rest/guard.js';
import { PORTS_TRIED } from './limits.js';
import { createPageApp, type PageOptions } from './page-app.js';

/** The page, being served. */
export interface ServedPage {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the page on 127.0.0.1.
 * @param wanted the port; the next free one is taken if it is in use. 0: any.
 * @returns null when none of the ports tried is free
 */
export async function servePage(options: PageOptions, wanted: number): Promise<ServedPage | null> {
  let port = 0;
  const listener = getRequestListener(createPageApp(options).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (isOwnRequest(request.headers, port)) return void listener(request, response);
    response.writeHead(403).end();
  });
  const listen = (tried: number) =>
    new Promise<boolean>((resolve, reject) => {
      function onError(error: NodeJS.ErrnoException): void {
        if (error.code === 'EADDRINUSE') resolve(false);
        else reject(error);
      }
      server.once('error', onError);
      server.listen(tried, '127.0.0.1', () => {
        server.off('error', onError);
        resolve(true);
      });
    });
  const last = wanted === 0 ? 0 : Math.min(65_535, wanted + PORTS_TRIED);
  for (let tried = wanted; tried <= last; tried++) {
    if (!(await listen(tried))) continue;
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : tried;
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      async close() {
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  }
  return null;
}
