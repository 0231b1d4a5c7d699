/** Something wrong with an article file, in words for the person who wrote it. */
export interface Fault {
  /** The file's name as the reader was given it. */
  readonly file: string;
  /** From 1; 1 when the fault is the file's as a whole. */
  readonly line: number;
  readonly reason: string;
}
