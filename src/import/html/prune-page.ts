import { type DomDocument, type DomElement, isElement, isText, nameOf } from './dom.js';

/** Elements that never hold an article's text. */
const NEVER =
  'script, style, noscript, template, svg, math, iframe, object, embed, canvas, audio, video, form, button, select, input, textarea, label, nav, footer, dialog, menu, [hidden], [role="navigation"], [role="dialog"], [role="alertdialog"], [role="banner"] nav, [role="contentinfo"], [role="search"], amp-ad, amp-social-share, amp-sidebar, amp-consent, amp-analytics';

/** Names that sites give to what stands around their articles, as whole words of a class or an id. */
const AROUND =
  /(?:^|[\s_-])(?:share|sharing|social|socials|newsletter|signup|subscribe|subscription|cookie|cookies|consent|gdpr|cmp|related|recommended|recommendations|recirc|more-on|read-more|readmore|also-read|read-next|promo|promotion|advert|advertisement|ads?|adslot|sponsor|sponsored|outbrain|taboola|comments?|disqus|breadcrumbs?|tags|tag-list|author-bio|bio-box|toolbar|sidebar|popup|modal|overlay|banner|paywall|pagination|most-read|trending|skip-link|print-only|sr-only|visually-hidden|screen-reader-text|jump-links|wp-block-latest-posts|sharedaddy|jp-relatedposts|post-tags|post-navigation|caption-credit|credit|photo-credit|image-credit|mw-editsection|navbox|hatnote|toc|reflist|noprint|catlinks)(?:$|[\s_-])/i;

/** An element with more than this share of the page's text holds the article, whatever its class says. */
const MAX_SHARE = 0.3;

/** Takes out of a page what cannot be its article, so that none of it is quoted. */
export function prunePage(page: DomDocument): void {
  const { body } = page;
  const length = textLength(body);
  for (const element of [...body.querySelectorAll(NEVER)]) {
    if (!isWeighty(element, length, 0.6)) element.remove();
  }
  for (const element of [...body.querySelectorAll('[class], [id], aside, [aria-hidden="true"], [style]')]) {
    if (isNamedAfterHeading(element)) element.removeAttribute('id');
    if (isAround(element) && !isWeighty(element, length, MAX_SHARE)) element.remove();
  }
}

/** Stands for the end of a paragraph in running text. */
export const PARAGRAPH_END = '\u2029';

/** Two line breaks part paragraphs on old pages; Readability makes one of some of them, and the mark outlives that. */
export function markBreaks(page: DomDocument): void {
  for (const first of page.querySelectorAll('br')) {
    let next = first.nextSibling;
    while (next && isText(next) && next.textContent?.trim() === '') next = next.nextSibling;
    if (next && isElement(next) && nameOf(next) === 'br') first.before(PARAGRAPH_END);
  }
}

function isAround(element: DomElement): boolean {
  if (/^(?:html|body|main|article)$/.test(nameOf(element))) return false;
  if (nameOf(element) === 'aside' || element.getAttribute('aria-hidden') === 'true') return true;
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? ''))
    return true;
  if (/^h[1-6]$/.test(nameOf(element))) return false;
  return AROUND.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
}

/** Manuals make ids of their headings, and one on related work would be taken for a box of links. */
function isNamedAfterHeading(element: DomElement): boolean {
  const id = element.getAttribute('id');
  const heading = id ? element.querySelector('h1, h2, h3, h4, h5, h6') : null;
  const slug = (text: string | null) => text?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return heading !== null && slug(heading.textContent) === slug(id);
}

/** Old pages stand in one form, and some sites call the whole article's box a sidebar’s neighbour. */
function isWeighty(element: DomElement, length: number, share: number): boolean {
  return !/^(?:script|style|template|svg)$/.test(nameOf(element)) && textLength(element) > length * share;
}

function textLength(element: DomElement): number {
  return element.textContent?.length ?? 0;
}
