/** Every bound that importing keeps, in one place. Sizes are in bytes, times in milliseconds. */
export interface ImportLimits {
  /** Of a file, and of a download after decompression. Discord's own uploads end at 10 MB without a boost. */
  readonly maxBytes: number;
  /** For a download with its redirects and its site's robots.txt, from the first look-up to the last byte. */
  readonly downloadMs: number;
  readonly maxRedirects: number;
  /** For reading a file in its thread. A PDF of 10 MB full of text takes some 5 s on a slow machine. */
  readonly parseMs: number;
  /** Of the reading thread's own JavaScript heap. A page of 200,000 tags takes some 250 MB. */
  readonly maxHeapMb: number;
  /** What the whole process may grow by while a file is read: buffers are not part of the heap above. */
  readonly maxGrowthMb: number;
  /** How often the growth is looked at. What inflates at 500 MB/s is 25 MB beyond the bound by then. */
  readonly watchMs: number;
  /** Files that wait for the one being read; each holds up to `maxBytes`. */
  readonly maxWaiting: number;
  /** Downloads at the same time. */
  readonly maxDownloads: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  maxBytes: 10_000_000,
  downloadMs: 10_000,
  maxRedirects: 5,
  parseMs: 20_000,
  maxHeapMb: 512,
  maxGrowthMb: 768,
  watchMs: 50,
  maxWaiting: 8,
  maxDownloads: 4,
};

/** Tags of a page: long ones have some 20,000. Each takes about a kilobyte of memory. */
export const MAX_PAGE_TAGS = 200_000;

/** How deep a page's boxes may nest: browsers stop at 512, and hand-made pages at some thirty. */
export const MAX_PAGE_DEPTH = 400;

/** Blocks of JSON-LD on a page, a block's length in UTF-16 units, and items in them: pages have a handful. */
export const MAX_LINKED_BLOCKS = 20;
export const MAX_LINKED_LENGTH = 500_000;
export const MAX_LINKED_ITEMS = 500;

/** A book has some 300 pages; an article hardly 50. */
export const MAX_PDF_PAGES = 500;

/** Parts of a Word file's archive; a document with a few hundred pictures has as many. */
export const MAX_DOCX_ENTRIES = 5_000;

/** What a Word file's text comes to, unpacked: a book's is some 10 MB of XML. */
export const MAX_DOCX_BYTES = 24_000_000;

/** Tags of each part of a Word file: one takes about half a kilobyte of memory. */
export const MAX_DOCX_TAGS = 600_000;

/** RFC 9309 wants at least 500 KiB of robots.txt to be read; hardly any file has a tenth of that. */
export const MAX_ROBOTS_BYTES = 512_000;

/** Of the thread that matches robots.txt. */
export const MAX_ROBOTS_HEAP_MB = 64;

/** Of a link, in UTF-16 units: longer ones are cut by what they pass through. */
export const MAX_LINK_LENGTH = 2_000;
