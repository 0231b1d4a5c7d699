import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.js';
import { tooLarge } from './decode-text.js';
import type { Fault } from './fault.js';
import { MAX_FILE_BYTES, MAX_FILES } from './limits.js';
import { type ReadResult, readArticle } from './read-article.js';

export interface Corpus {
  /** In the order of their files' names. */
  readonly articles: readonly Article[];
  /** `file` is the path: the folder as given, then the name. */
  readonly faults: readonly Fault[];
}

/**
 * Reads every `.md` and `.txt` file of a folder, not of the folders in it; files whose names begin with a
 * full stop are left out. A file at fault is named and the others still load; when two have the same id,
 * the first keeps it. Never rejects: a folder that cannot be read is a fault too.
 */
export async function loadCorpus(dir: string): Promise<Corpus> {
  const names = await listArticleFiles(dir);
  if (!Array.isArray(names)) return { articles: [], faults: [names] };
  const articles = new Map<string, Article>();
  const faults: Fault[] = [];
  for (const name of names.slice(0, MAX_FILES)) {
    const path = join(dir, name);
    const { article, faults: found } = await readOne(path);
    faults.push(...found);
    if (!article) continue;
    const taken = articles.has(article.id);
    if (taken)
      faults.push(
        faultIn(path, `Another file already has the id “${article.id}”. Give this one another name.`),
      );
    else articles.set(article.id, article);
  }
  if (names.length > MAX_FILES) {
    faults.push(
      faultIn(
        dir,
        `The folder has ${names.length} articles, and ${MAX_FILES} is the most: the rest is left out.`,
      ),
    );
  }
  return { articles: [...articles.values()], faults };
}

async function listArticleFiles(dir: string): Promise<string[] | Fault> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    return names.filter((name) => !name.startsWith('.') && /\.(?:md|txt)$/i.test(name)).sort();
  } catch (error) {
    return faultIn(dir, `The folder cannot be read (${codeOf(error)}). Make it, or name another one.`);
  }
}

async function readOne(path: string): Promise<ReadResult> {
  const bytes = await readBytes(path);
  if (bytes === null) return { article: null, faults: [] };
  if (typeof bytes === 'string') return { article: null, faults: [faultIn(path, bytes)] };
  return readArticle({ name: path, bytes });
}

/** The file's content, null for a folder (a link to one, too), or why there is none. */
async function readBytes(path: string): Promise<Uint8Array | string | null> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return null;
    if (!stats.isFile()) return 'This is not a regular file. Put a file here.';
    if (stats.size > MAX_FILE_BYTES) return tooLarge(stats.size);
    return await readFile(path);
  } catch (error) {
    return `The file cannot be read (${codeOf(error)}).`;
  }
}

function faultIn(file: string, reason: string): Fault {
  return { file, line: 1, reason };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
