import { MAX_ID_LENGTH } from './limits.js';

/** What a file's name says about it. */
export type FileName =
  | { readonly ok: true; readonly id: string; readonly format: 'markdown' | 'plain' }
  | { readonly ok: false; readonly reason: string };

/**
 * The article's id (the last part of the path without its ending, in Unicode's composed form, because
 * macOS decomposes names) and its format. An id goes into commands, buttons and addresses, so what would
 * break those is refused. Never throws.
 */
export function readFileName(path: string): FileName {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const parts = /^(.*)\.(md|txt)$/iu.exec(name);
  if (!parts) return refuse('An article is a file that ends in .md (Markdown) or .txt (plain text).');
  const id = (parts[1] ?? '').normalize('NFC');
  if (id.length > MAX_ID_LENGTH) {
    return refuse(
      `The file's name is too long: ${id.length} characters without the ending, and ${MAX_ID_LENGTH} is the most.`,
    );
  }
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N} ._,+()'’–-]*[\p{L}\p{M}\p{N}_)])?$/u.test(id)) {
    return refuse(
      'The file cannot have this name. Use letters, digits, hyphens and spaces, and begin with a letter or a digit.',
    );
  }
  return { ok: true, id, format: /md$/i.test(name) ? 'markdown' : 'plain' };
}

function refuse(reason: string): FileName {
  return { ok: false, reason };
}
