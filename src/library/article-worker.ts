import { parentPort, workerData } from 'node:worker_threads';
import { packArticle } from '../article/packed-article.js';
import { type ArticleFile, readArticle } from '../article/read-article.js';
import type { PackedResult } from './read-articles.js';

/** Runs in a thread: reads the files it was given, one after the other, and ends. */
for (const file of workerData as readonly ArticleFile[]) {
  const { article, faults } = readArticle(file);
  const result: PackedResult = { article: article && packArticle(article), faults };
  parentPort?.postMessage(result);
}
