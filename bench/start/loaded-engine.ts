import { join } from 'node:path';
import { loadCorpus } from '../../src/article/load-corpus.js';
import { createEngine } from '../../src/engine/engine.js';
import { packageRoot } from '../../src/package-root.js';
import { wordVectors } from '../word-vectors.js';

// A process of its own: it asks one question and prints how many bytes of memory it holds.
const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
createEngine(articles, { vectors: wordVectors }).ask('When did the two heads last meet?');
process.stdout.write(String(process.memoryUsage().rss));
