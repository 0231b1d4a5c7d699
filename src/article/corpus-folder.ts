import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.js';
import { tooLarge } from './decode-text.js';
import type { Fault } from './fault.js';
import { MAX_FILE_BYTES, MAX_FILES } from './limits.js';
import { type ArticleFile, type ReadResult, readArticle } from './read-article.js';

export interface Corpus {
  /** In the order of their files' names. */
  readonly articles: readonly Article[];
  /** `file` is the path: the folder as given, then the name. */
  readonly faults: readonly Fault[];
}

type ReadFile = (file: ArticleFile) => ReadResult | Promise<ReadResult>;

/** A file as it was last read. */
interface KnownFile {
  /** Changes when the file does. */
  readonly signature: string;
  readonly faults: readonly Fault[];
  /** Its article; of a file that has become faulty, the one it held before. */
  readonly article: Article | null;
}

/**
 * The `.md` and `.txt` files of a folder, not of the folders in it; files whose names begin with a full stop are left
 * out. It can be read again and again: what has not changed is the same article, and a file that has become faulty
 * keeps its last good one.
 */
export class CorpusFolder {
  #known: ReadonlyMap<string, KnownFile> = new Map();

  constructor(readonly dir: string) {}

  /**
   * Reads what has changed. A file at fault is named and the others still load; when two have the same id, the first
   * keeps it. Never rejects: a folder that cannot be read is a fault too, and then has no articles.
   * @param read reads a file's bytes
   */
  async load(read: ReadFile = readArticle): Promise<Corpus> {
    const names = await listArticleFiles(this.dir);
    if (!Array.isArray(names)) return { articles: [], faults: [names] };
    const known = new Map<string, KnownFile>();
    const articles = new Map<string, Article>();
    const faults: Fault[] = [];
    for (const name of names.slice(0, MAX_FILES)) {
      const path = join(this.dir, name);
      const file = await readOne(path, this.#known.get(path), read);
      known.set(path, file);
      faults.push(...file.faults);
      const { article } = file;
      if (!article) continue;
      if (articles.has(article.id)) faults.push(faultIn(path, sameId(article.id)));
      else articles.set(article.id, article);
    }
    if (names.length > MAX_FILES) faults.push(faultIn(this.dir, tooMany(names.length)));
    this.#known = known;
    return { articles: [...articles.values()], faults };
  }
}

async function readOne(path: string, before: KnownFile | undefined, read: ReadFile): Promise<KnownFile> {
  const stats = await stat(path).catch((error: unknown) => codeOf(error));
  const article = before?.article ?? null;
  if (typeof stats === 'string') {
    return { signature: stats, article, faults: [faultIn(path, `The file cannot be read (${stats}).`)] };
  }
  const signature = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
  if (before?.signature === signature) return before;
  const bytes = await readBytes(path, stats);
  if (bytes === null) return { signature, article: null, faults: [] };
  if (typeof bytes === 'string') return { signature, article, faults: [faultIn(path, bytes)] };
  const result = await read({ name: path, bytes });
  // Saved again without a change, it is still the same.
  const isSame = result.article?.version === article?.version;
  return { signature, article: isSame ? article : (result.article ?? article), faults: result.faults };
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

/** The file's content, null for a folder (a link to one, too), or why there is none. */
async function readBytes(path: string, stats: Stats): Promise<Uint8Array | string | null> {
  try {
    if (stats.isDirectory()) return null;
    if (!stats.isFile()) return 'This is not a regular file. Put a file here.';
    if (stats.size > MAX_FILE_BYTES) return tooLarge(stats.size);
    return await readFile(path);
  } catch (error) {
    return `The file cannot be read (${codeOf(error)}).`;
  }
}

function sameId(id: string): string {
  return `Another file already has the id “${id}”. Give this one another name.`;
}

function tooMany(count: number): string {
  return `The folder has ${count} articles, and ${MAX_FILES} is the most: the rest is left out.`;
}

function faultIn(file: string, reason: string): Fault {
  return { file, line: 1, reason };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
