import { readArticle } from '../../src/article/read-article.js';
import type { Store } from '../../src/store/store.js';

/** Keeps an article of a server's own, as the moderators' command does. */
export async function keepArticle(store: Store, guildId: string, id: string, source: string): Promise<void> {
  const { article, faults } = readArticle({ name: `${id}.md`, bytes: new TextEncoder().encode(source) });
  if (!article) throw new Error(`the fixture is faulty: ${JSON.stringify(faults)}`);
  const { version, title } = article;
  await store.articles.keep(guildId, { id, version, title, source }, '701');
}
