import lunr from 'lunr';
import { languageOf } from '../../src/engine/language.js';
import type { Peer } from './peer.js';
import { wordSegmenter } from './segment-words.js';
import { stopWordsOf } from './stop-words.js';

/**
 * Lunr with its English pipeline, or for another language the same three steps: its own trimmer knows no
 * letters but a to z.
 */
export const lunrPeer: Peer = {
  name: 'lunr',
  isSlow: false,
  build(sentences, language) {
    const steps = language === 'en' ? null : pipelineOf(language);
    const segment = wordSegmenter(language);
    const split = (text: string) => (segment ? segment(text).join(' ') : text);
    const index = lunr((builder) => {
      if (steps) {
        builder.pipeline.reset();
        builder.pipeline.add(...steps);
        builder.searchPipeline.reset();
        builder.searchPipeline.add(...steps);
      }
      builder.ref('id');
      builder.field('text');
      for (const [id, { text }] of sentences.entries()) builder.add({ id, text: split(text) });
    });
    // Not `search`, whose query language would read a colon or a hyphen as an operator.
    return (question) =>
      index.query((query) => query.term(lunr.tokenizer(split(question)), {})).map(({ ref }) => Number(ref));
  },
};

const pipelines = new Map<string, lunr.PipelineFunction[]>();

function pipelineOf(language: string): lunr.PipelineFunction[] {
  const known = pipelines.get(language) ?? makePipeline(language);
  pipelines.set(language, known);
  return known;
}

function makePipeline(language: string): lunr.PipelineFunction[] {
  const { stem } = languageOf(language);
  const stopWords = stopWordsOf(language);
  const trim: lunr.PipelineFunction = (token) =>
    token.update((text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const drop: lunr.PipelineFunction = (token) => (stopWords.has(token.toString()) ? [] : token);
  const cut: lunr.PipelineFunction = (token) => token.update((text) => stem(text));
  const steps = [trim, drop, cut];
  // Lunr warns of functions that have no name to be saved by, and of names given twice.
  for (const [i, step] of steps.entries()) lunr.Pipeline.registerFunction(step, `pincite-${language}-${i}`);
  return steps;
}
