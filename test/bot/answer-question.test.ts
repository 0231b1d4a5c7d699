import { expect, it } from 'vitest';
import { type Asking, answerQuestion } from '../../src/bot/answer-question.js';
import { Conversations } from '../../src/bot/conversations.js';
import { createRateLimit } from '../../src/bot/rate-limit.js';
import { createEngine } from '../../src/engine/engine.js';
import { QuestionEncoding } from '../../src/engine/meaning/question-encoding.js';
import type { AskOptions } from '../../src/engine/outcome.js';
import { createNoStore } from '../../src/store/no-store.js';
import { silentComparer } from '../engine/meaning/silent-comparer.js';
import { keepLog } from './bot-harness.js';
import { moonBase } from './moon-base.js';

const engine = createEngine([moonBase()]);

function asking(question: string): Asking {
  return { question, source: 'slash', guildId: '1', channelId: '11', askerId: '701' };
}

/** Services whose engine notes how it was asked. */
function servicesWith(encoding: QuestionEncoding | undefined) {
  const asked: (AskOptions | undefined)[] = [];
  const watched = {
    ...engine,
    ask: (question: string, options?: AskOptions) => {
      asked.push(options);
      return engine.ask(question, options);
    },
  };
  const encoder = { read: async () => encoding };
  return {
    asked,
    services: {
      library: { engine: watched, encoder },
      store: createNoStore(),
      log: keepLog().log,
      rateLimit: createRateLimit(),
      conversations: new Conversations(),
    },
  };
}

it('asks the engine with what the encoder has made of the question', async () => {
  const encoding = new QuestionEncoding(
    new Map([['en', { vector: new Float32Array(2), tokens: new Float32Array() }]]),
    new Map(),
    silentComparer(),
  );
  const { asked, services } = servicesWith(encoding);
  await answerQuestion(services, asking('Who wrote it?'));
  expect(asked[0]?.encoding).toBe(encoding);
});

it('answers all the same while the encoder is not ready', async () => {
  const { services } = servicesWith(undefined);
  const { reply } = await answerQuestion(services, asking('Who wrote it?'));
  expect(reply.text).toContain('Author');
});
