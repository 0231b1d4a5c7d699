import { type Corpus, CorpusFolder } from './corpus-folder.js';

/** Reads the articles of a folder once. Never rejects: what is at fault is named, as by `CorpusFolder`. */
export function loadCorpus(dir: string): Promise<Corpus> {
  return new CorpusFolder(dir).load();
}
