import type { Outcome, Passage } from '../engine/outcome.js';
import { bestPassage } from './labelled-question.js';

/** A passage as the command line's JSON names it. */
interface PassageRecord {
  readonly article: string;
  /** 0: the article's metadata. */
  readonly paragraph: number;
  readonly sentence: string;
  readonly confidence: number;
}

/** What `--json` prints of an outcome; nulls only where there is no candidate at all. */
export interface AnswerRecord {
  readonly answered: boolean;
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly sentence: string | null;
  readonly confidence: number | null;
  readonly alternatives: readonly PassageRecord[];
}

/** The contract's view of an outcome: the best candidate even where it is no answer. */
export function answerRecord(outcome: Outcome): AnswerRecord {
  const best = bestPassage(outcome);
  const others = 'others' in outcome ? outcome.others : [];
  const none = { article: null, paragraph: null, sentence: null, confidence: null };
  return {
    answered: outcome.kind === 'answered',
    ...(best ? passageRecord(best) : none),
    alternatives: others.map(passageRecord),
  };
}

function passageRecord({ article, paragraph, text, confidence }: Passage): PassageRecord {
  return { article: article.id, paragraph, sentence: text, confidence: Number(confidence.toFixed(4)) };
}
