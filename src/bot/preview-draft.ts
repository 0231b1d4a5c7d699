import type { Article } from '../article/article.js';
import type { Fault } from '../article/fault.js';
import type { Draft } from '../store/articles.js';
import { renderDraft } from './render-draft.js';
import type { Reply } from './reply.js';
import type { Services } from './services.js';

/** What was understood of a draft, with the buttons to keep or mend it. */
export function previewDraft(
  { id, replaces }: Pick<Draft, 'id' | 'replaces'>,
  article: Article,
  faults: readonly Fault[],
  guildId: string,
  { store }: Pick<Services, 'store'>,
): Reply {
  const own = store.articles.of(guildId);
  const replaced = own.find((one) => one.id === replaces);
  const isKnown = replaces === null && own.some(({ title }) => title === article.title);
  return renderDraft(article, { id, replaces: replaced?.title ?? null, isKnown, faults });
}
