import { describeChart } from '../summary/chart/describe-chart.js';
import { drawChart } from '../summary/chart/draw-chart.js';
import { rasterize } from '../summary/chart/rasterize.js';
import { type DigestSource, readComments, readFigures, readGroups, readPassages } from '../summary/digest.js';
import { periodUntil } from '../summary/period.js';
import type { DigestView } from './digest-view.js';
import { lessonsInForce } from './lessons-in-force.js';
import { findVersion } from './passage-reference.js';
import { type DigestContent, renderDigest } from './render-digest.js';
import type { Reply, ReplyFile } from './reply.js';
import type { Services } from './services.js';

/** Where a view's questions are: the server's, in its period, of its article if it is about one. */
export function digestSource(
  { period, at, version, timezone }: DigestView,
  guildId: string | null,
  { library: { engine }, store }: Pick<Services, 'library' | 'store'>,
): DigestSource & { readonly period: ReturnType<typeof periodUntil> } {
  return {
    digests: store.digests,
    engine,
    guildId,
    articleId: findVersion(engine.articles, version)?.id,
    lessons: lessonsInForce(store.lessons.of(guildId), engine.articles),
    period: periodUntil(at, period, timezone),
  };
}

async function readContent({ view }: DigestView, source: DigestSource): Promise<DigestContent> {
  switch (view) {
    case 'overview':
      return {
        view,
        figures: await readFigures(source),
        asked: await readGroups(source),
        unanswered: await readGroups(source, false),
      };
    case 'asked':
      return { view, groups: await readGroups(source) };
    case 'unanswered':
      return { view, groups: await readGroups(source, false) };
    case 'passages':
      return { view, passages: await readPassages(source) };
    case 'comments':
      return { view, comments: await readComments(source) };
  }
}

/** The chart of an overview; none where nothing was asked. */
async function chartOf(content: DigestContent, { period }: DigestSource): Promise<ReplyFile[]> {
  if (content.view !== 'overview' || content.figures.now.asked === 0) return [];
  const { steps } = content.figures;
  return [
    {
      name: 'questions.png',
      data: await rasterize(drawChart(steps, period)),
      description: describeChart(steps, period),
    },
  ];
}

/**
 * Reads and words a view of a server's questions, its chart included.
 * @param guildId null: of all servers and direct messages, for the operator alone
 * @throws StoreError
 */
export async function composeDigest(
  state: DigestView,
  guildId: string | null,
  services: Pick<Services, 'library' | 'store'>,
): Promise<Reply> {
  const source = digestSource(state, guildId, services);
  const content = await readContent(state, source);
  const { articles } = services.library.engine;
  const reply = renderDigest(state, content, { articles, article: findVersion(articles, state.version) });
  return { ...reply, files: await chartOf(content, source) };
}
