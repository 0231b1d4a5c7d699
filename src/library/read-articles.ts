import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type PackedArticle, unpackArticle } from '../article/packed-article.js';
import { type ArticleFile, type ReadResult, readArticle } from '../article/read-article.js';
import { builtWorker } from '../built-worker.js';
import { MAX_READ_AT_ONCE_BYTES } from './limits.js';

/**
 * Reads article files without keeping this process from others: a few small ones at once, more in a thread that ends
 * with them. @returns what `readArticle` makes of each, in order
 */
export async function readArticles(files: readonly ArticleFile[]): Promise<ReadResult[]> {
  await nextTurn();
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return bytes <= MAX_READ_AT_ONCE_BYTES ? files.map(readArticle) : readInThread(files);
}

/** What the thread has made of a file. */
export interface PackedResult {
  readonly article: PackedArticle | null;
  readonly faults: ReadResult['faults'];
}

async function readInThread(files: readonly ArticleFile[]): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for (const { article, faults } of await packedResults(files)) {
    results.push({ article: article && (await unpackArticle(article)), faults });
    await nextTurn();
  }
  return results;
}

function packedResults(files: readonly ArticleFile[]): Promise<PackedResult[]> {
  const worker = new Worker(builtWorker('library/article-worker.js'), { workerData: files });
  const results: PackedResult[] = [];
  return new Promise((resolve, reject) => {
    worker.on('message', (result: PackedResult) => results.push(result));
    worker.on('error', reject);
    worker.on('exit', () => {
      if (results.length === files.length) resolve(results);
      else reject(new Error('the thread that reads articles ended early'));
    });
  });
}
