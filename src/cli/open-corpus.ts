import type { Article } from '../article/article.js';
import { CorpusFolder } from '../article/corpus-folder.js';
import type { Fault } from '../article/fault.js';
import { createEngine } from '../engine/engine.js';
import { languageOf } from '../engine/language.js';
import { GLOSSED_LANGUAGES, glossaryOf } from '../engine/meaning/glossary-of.js';
import { loadWordVectors } from '../engine/meaning/load-word-vectors.js';
import type { WordVectors } from '../engine/meaning/word-vectors.js';
import type { Engine } from '../engine/outcome.js';

export type OpenedCorpus =
  | {
      readonly ok: true;
      readonly engine: Engine;
      readonly vectors: WordVectors | null;
      readonly folder: CorpusFolder;
      readonly faults: readonly Fault[];
    }
  /** There is nothing to ask. */
  | { readonly ok: false; readonly reason: string; readonly faults: readonly Fault[] };

/** Loads a folder of articles and makes it ready to be asked. Faulty files are passed over and reported. */
export async function openCorpus(dir: string): Promise<OpenedCorpus> {
  const folder = new CorpusFolder(dir);
  const { articles, faults } = await folder.load();
  const parsed = loadWordVectors();
  const vectors = parsed.ok ? parsed.vectors : null;
  const missing = parsed.ok ? [] : [withoutVectors(parsed.reason)];
  if (articles.length === 0) {
    const reason = `There is no readable article in ${dir}. Put a .md or .txt file there, or name another folder with --corpus or CORPUS_DIR.`;
    return { ok: false, reason, faults: [...faults, ...missing] };
  }
  return {
    ok: true,
    engine: createEngine(articles, { vectors }),
    vectors,
    folder,
    faults: [...faults, ...missing, ...missingGlossaries(articles)],
  };
}

/** Of the languages that there are articles in. */
function missingGlossaries(articles: readonly Article[]): Fault[] {
  const codes = new Set(articles.map(({ language }) => languageOf(language).code));
  return GLOSSED_LANGUAGES.filter((code) => codes.has(code) && glossaryOf(code) === null).map((code) => ({
    file: `src/engine/meaning/glossaries/${code}.tsv`,
    line: 1,
    reason: 'cannot be read: answers in that language are found by their words alone; install Pincite again',
  }));
}

function withoutVectors(reason: string): Fault {
  return {
    file: 'src/engine/meaning/vectors.bin',
    line: 1,
    reason: `cannot be used (${reason}): answers are found by their words alone; install Pincite again`,
  };
}
