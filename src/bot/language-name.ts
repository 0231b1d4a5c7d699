const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language tag in English words: `German` for `de`; the tag itself where there is no word for it. */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag;
}
