import { parseHTML } from 'linkedom';

/** As much of the Document Object Model as reading a page takes. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: Iterable<DomElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  contains(node: DomNode): boolean;
  before(text: string): void;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  readonly title: string;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}

/** A page's tree. Fragments get the `html` and `body` that they leave out. */
export function parsePage(html: string): DomDocument {
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: DomDocument };
  if (/<[^<>]{0,2000}\s[A-Z]{2,}\s*=/.test(html)) lowerAttributes(document);
  return document;
}

/** linkedom keeps attributes as they are typed, and old pages type them in capitals. */
function lowerAttributes(page: DomDocument): void {
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower !== name && !element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}

/** An element's name in small letters: linkedom keeps it as whoever made the element wrote it. */
export function nameOf(element: DomElement): string {
  return element.localName.toLowerCase();
}

/** How many elements deep the tree is; it is walked without recursion, however deep. */
export function depthOf(root: DomNode): number {
  let deepest = 0;
  let depth = 0;
  let node: DomNode | null = root;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      deepest = Math.max(deepest, ++depth);
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return deepest;
}
