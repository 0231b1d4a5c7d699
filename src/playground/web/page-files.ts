import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';
import { PAGE_DOCUMENT, PAGE_ICON } from './page-document.js';

export interface PageFile {
  readonly type: string;
  readonly body: string;
}

/**
 * All that the page consists of, by path. Read once: there is no path that leads anywhere else.
 * @throws Error when the page has not been built
 */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const read = (path: string) => readFileSync(join(packageRoot(), path), 'utf8');
  return new Map<string, PageFile>([
    ['/', { type: 'text/html; charset=utf-8', body: PAGE_DOCUMENT }],
    ['/icon.svg', { type: 'image/svg+xml', body: PAGE_ICON }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: read('src/playground/page/page.css') }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: read('dist/bundle/page.js') }],
  ]);
}
