/** The package ships no types. What of it is used here. */
declare module 'sentencex' {
  /** Pieces of `text` in order, white space included; lone surrogates come back as U+FFFD. */
  export function segment(languageCode: string, text: string): string[];
}
