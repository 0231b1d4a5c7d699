import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCorpus } from '../../src/article/load-corpus.js';
import { lessonsToEncode } from '../../src/engine/meaning/article-encoding.js';
import { loadEncoder } from '../../src/engine/meaning/encoder/load-encoder.js';
import { KnownEncodings } from '../../src/engine/meaning/known-encodings.js';
import { packageRoot } from '../../src/package-root.js';

/** Writes what the encoder that ships makes of the lessons that ship. */
const OUT = join(packageRoot(), 'src', 'engine', 'meaning', 'encoded-lessons.bin');
const loaded = loadEncoder();
if (!loaded.ok) throw new Error(loaded.reason);
const { encoder } = loaded;
const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
const texts = articles.flatMap(lessonsToEncode);
await writeFile(OUT, KnownEncodings.pack(new Map(texts.map((text) => [text, encoder.encode(text).vector]))));
process.stdout.write(`${texts.length} lessons in ${OUT.slice(packageRoot().length + 1)}\n`);
