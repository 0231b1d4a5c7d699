import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';
import { type Language, languageOf } from '../language.js';
import { Glossary } from './glossary.js';

/** Languages that there is a file for. */
export const GLOSSED_LANGUAGES: readonly string[] = ['de', 'es', 'ru', 'zh'];

const read = new Map<string, Glossary | null>();

/**
 * The glossary of a language, read when it is first needed, some 100 ms; null where there is none, as for English, and
 * where its file cannot be read.
 */
export function glossaryOf(code: string): Glossary | null {
  const known = read.get(code);
  if (known !== undefined) return known;
  const glossary = GLOSSED_LANGUAGES.includes(code) ? readGlossary(languageOf(code)) : null;
  read.set(code, glossary);
  return glossary;
}

function readGlossary(language: Language): Glossary | null {
  const path = join(packageRoot(), 'src', 'engine', 'meaning', 'glossaries', `${language.code}.tsv`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n').filter((line) => line !== '');
  return new Glossary(
    language,
    lines.map((line) => {
      const [word = '', gloss = ''] = line.split('\t');
      return [word, gloss] as const;
    }),
  );
}
