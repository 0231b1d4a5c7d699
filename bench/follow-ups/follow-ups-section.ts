import { encodeCorpus } from '../../src/cli/encode-corpus.js';
import { bestPassage, isRightSentence } from '../../src/cli/labelled-question.js';
import { MAX_ENCODED_SENTENCES } from '../../src/encoder-thread/encoded-library.js';
import { createEngine } from '../../src/engine/engine.js';
import { inContext, type Turn } from '../../src/engine/follow-up.js';
import type { Outcome } from '../../src/engine/outcome.js';
import { articleSet, type Dialogue, dialogues, type Half, membersSet } from '../question-sets.js';
import { formatShare } from '../report/format.js';
import type { Table } from '../report/table.js';
import { wordVectors } from '../word-vectors.js';

/** What remembering the member's last questions is worth where one leans on them. */
export async function followUpTables(): Promise<Table[]> {
  const articles = [...(await articleSet('fit')).articles, ...(await membersSet('fit')).articles];
  const engine = createEngine(articles, { vectors: wordVectors });
  const read = encodeCorpus(articles, MAX_ENCODED_SENTENCES);
  const ask = (question: string, articleId: string | undefined, turns: readonly Turn[]) =>
    engine.ask(question, { articleId, turns, encoding: read(inContext(question, turns)) });

  const right = ({ turns: before, question }: Dialogue, remembers: boolean): boolean => {
    const turns: Turn[] = [];
    for (const asked of before) {
      const outcome = ask(asked, question.article, turns);
      if (remembers) turns.push({ question: asked, quoted: quotedIn(outcome) });
    }
    return isRightSentence(question, bestPassage(ask(question.question, question.article, turns)));
  };

  const halves: readonly Half[] = ['fit', 'measure'];
  const rows = await Promise.all(
    halves.map(async (half) => {
      const all = await dialogues(half);
      const share = (remembers: boolean) =>
        formatShare(all.filter((dialogue) => right(dialogue, remembers)).length, all.length);
      return [half === 'fit' ? 'fitting' : 'measuring', String(all.length), share(false), share(true)];
    }),
  );
  return [
    {
      title: 'Follow-ups',
      note: 'Share of the last questions of short dialogues whose first hit is the right sentence, %.',
      head: ['half', 'dialogues', 'each question alone', 'with what was asked before'],
      rows,
    },
  ];
}

function quotedIn(outcome: Outcome): Turn['quoted'] {
  const answer = outcome.kind === 'answered' ? outcome.answer : null;
  return answer?.sentence ? { article: answer.article, sentence: answer.sentence } : null;
}
