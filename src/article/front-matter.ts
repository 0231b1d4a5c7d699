import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { z } from 'zod';
import type { Article } from './article.js';
import { joinNames } from './join-names.js';
import { MAX_FRONT_MATTER_LENGTH } from './limits.js';
import { METADATA_FIELDS, type MetadataKey } from './metadata-fields.js';

/** What an article's file may say about it; what it does not say is null or empty. */
export type Metadata = Omit<Article, 'id' | 'version' | 'title' | 'language' | 'paragraphs'> & {
  readonly title: string | null;
  readonly language: string | null;
};

export const NO_METADATA: Metadata = {
  title: null,
  author: null,
  editors: [],
  publisher: null,
  place: null,
  published: null,
  url: null,
  language: null,
  redistributable: false,
  aliases: new Map(),
  lessons: [],
};

const FIELDS = z.object(METADATA_FIELDS).partial();

/** A YAML reference (`*name`) can stand for a much larger value; an article needs none. */
const MAX_YAML_REFERENCES = 20;

/** A fault without its file: `line` counts from the file's first. */
export interface LocalFault {
  readonly line: number;
  readonly reason: string;
}

export interface FrontMatter {
  /** null when the YAML is broken: nothing of it can be trusted. */
  readonly metadata: Metadata | null;
  /** The line that each key stands in. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly LocalFault[];
}

/**
 * Reads the YAML between the `---` lines. Values stay as typed (`published: 2025-06-12` is that text, not
 * a date). A key that is unknown or holds what it must not is a fault and counts as left out. Never throws.
 */
export function readFrontMatter(yaml: string): FrontMatter {
  if (yaml.length > MAX_FRONT_MATTER_LENGTH) {
    return broken(1, `The front matter is too long: ${MAX_FRONT_MATTER_LENGTH} characters is the most.`);
  }
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // The package compares each key with all before it.
    uniqueKeys: false,
  });
  // The front matter's first line is the file's second.
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const [error] = document.errors;
  if (error) return broken(lineOf(error.pos[0]), explain(error));
  const repeated = repeatedKey(document);
  if (repeated !== null)
    return broken(lineOf(repeated), 'This key stands in the front matter twice. Keep one.');
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === '')) {
    return { metadata: NO_METADATA, lines: new Map(), faults: [] };
  }
  if (!isMap(document.contents)) {
    return broken(2, 'The front matter must be lines of `key: value`, such as `title: The title`.');
  }
  try {
    return readFields(document, document.contents, lineOf);
  } catch {
    // The YAML package throws on references nested so deep that they would fill the memory.
    return broken(2, 'The front matter refers to itself too often. Write the values out.');
  }
}

function readFields(document: Document, map: YAMLMap, lineOf: (offset: number) => number): FrontMatter {
  const faults: LocalFault[] = [];
  const values: Record<string, unknown> = {};
  const lines = new Map<string, number>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = lineOf(isNode(key) ? (key.range?.[0] ?? 0) : 0);
    if (!isMetadataKey(name)) {
      faults.push({ line, reason: unknownKey(name) });
      continue;
    }
    lines.set(name, line);
    const typed: unknown = isNode(value) ? value.toJS(document, { maxAliasCount: MAX_YAML_REFERENCES }) : '';
    const isEmpty = typed === null || (typeof typed === 'string' && typed.trim() === '');
    if (!isEmpty) values[name] = typed;
  }
  for (const issue of FIELDS.safeParse(values).error?.issues ?? []) {
    const [key, inside] = issue.path.map(String);
    if (key === undefined) continue;
    const offset = offsetOf(document, issue.path);
    const line = offset === null ? (lines.get(key) ?? 1) : lineOf(offset);
    const place = key === 'aliases' ? issue.path.slice(0, 2).join(': ') : key;
    faults.push({ line, reason: `\`${place}\` ${issue.message}.` });
    dropFaulty(values, key, inside);
  }
  const { aliases, taught, ...fields } = FIELDS.safeParse(values).data ?? {};
  const metadata = {
    ...NO_METADATA,
    ...fields,
    aliases: new Map(Object.entries(aliases ?? {})),
    lessons: taught ?? [],
  };
  return { metadata, lines, faults: faults.sort((a, b) => a.line - b.line) };
}

/** Where a key begins that stands in its map before. */
function repeatedKey(document: Document): number | null {
  let repeated: number | null = null;
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (names.has(key.value)) {
          repeated = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        names.add(key.value);
      }
      return undefined;
    },
  });
  return repeated;
}

/** Where the innermost value on a path begins that the file has, when that is inside a key's value. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 1; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return null;
}

/** Takes out one name's aliases when only they are at fault, else the whole key. */
function dropFaulty(values: Record<string, unknown>, key: string, inside: string | undefined): void {
  const aliases = values.aliases;
  if (key === 'aliases' && inside !== undefined && typeof aliases === 'object' && aliases !== null) {
    values.aliases = Object.fromEntries(Object.entries(aliases).filter(([name]) => name !== inside));
  } else {
    delete values[key];
  }
}

function isMetadataKey(name: string): name is MetadataKey {
  return Object.hasOwn(METADATA_FIELDS, name);
}

function unknownKey(name: string): string {
  const typed = name.trim().toLowerCase();
  const meant = COMMON_MISTAKES.get(typed) ?? typed;
  const shown = name.slice(0, 40).replace(/\p{C}/gu, '�');
  const known = Object.keys(METADATA_FIELDS).map((key) => `\`${key}\``);
  return isMetadataKey(meant)
    ? `The front matter has no key \`${shown}\`. Did you mean \`${meant}\`?`
    : `The front matter has no key \`${shown}\`. The keys are ${joinNames(known)}.`;
}

const COMMON_MISTAKES: ReadonlyMap<string, MetadataKey> = new Map([
  ['headline', 'title'],
  ['by', 'author'],
  ['byline', 'author'],
  ['authors', 'author'],
  ['editor', 'editors'],
  ['source', 'publisher'],
  ['agency', 'publisher'],
  ['date', 'published'],
  ['link', 'url'],
  ['lang', 'language'],
  ['alias', 'aliases'],
  ['lessons', 'taught'],
  ['questions', 'taught'],
  ['dateline', 'place'],
  ['location', 'place'],
]);

function broken(line: number, reason: string): FrontMatter {
  return { metadata: null, lines: new Map(), faults: [{ line, reason }] };
}

function explain(error: YAMLError): string {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A value with a colon and a space in it must stand in quotes, such as `title: "Moon: the return"`.';
    case 'TAB_AS_INDENT':
      return 'YAML is indented with spaces, and here is a tab.';
    case 'MISSING_CHAR':
      return `The front matter is not valid YAML: a quotation mark, a bracket or a colon is missing (${error.message}).`;
    default:
      return `The front matter is not valid YAML: ${error.message.replace(/\s+/g, ' ').slice(0, 200)}.`;
  }
}
