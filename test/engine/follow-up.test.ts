import { describe, expect, it } from 'vitest';
import { articleSet, membersSet } from '../../bench/question-sets.js';
import { createEngine } from '../../src/engine/engine.js';
import { followUpOf, inContext, MOST_TURNS, type Turn } from '../../src/engine/follow-up.js';
import { moonBase } from '../bot/moon-base.js';

const asked = (...questions: string[]): Turn[] => questions.map((question) => ({ question, quoted: null }));

describe('what leans on the question before', () => {
  it.each([
    'why?',
    'and who did he replace?',
    'where was that?',
    'what about the russians?',
    'how old is she',
    'since when',
    'is it permanent',
    'who else',
  ])('%j', (question) => {
    expect(inContext(question, asked('who leads nasa'))).toBe(`who leads nasa ${question}`);
  });

  it('reaches back to a question that stands for itself', () => {
    const turns = asked('when did the tank burst', 'who owned the tank', 'where was it', 'why?');

    expect(followUpOf('and then?', turns)?.carried).toBe('who owned the tank where was it why?');
  });

  it('reaches no further back than a few turns', () => {
    const turns = asked('who owned the tank', ...Array<string>(MOST_TURNS).fill('why?'));

    expect(followUpOf('why?', turns)?.carried).toBe(Array<string>(MOST_TURNS).fill('why?').join(' '));
  });
});

describe('what stands for itself', () => {
  it.each([
    'When did the two heads last meet?',
    'is there a launch this week',
    'who is Rogozin',
    'what did duffy say on tuesday about ukraine',
    'does he say that Duffy will go to Florida',
  ])('%j', (question) => {
    expect(followUpOf(question, asked('who leads nasa'))).toBeNull();
  });

  it('is answered as if nothing had been asked before', async () => {
    for (const set of [await articleSet('fit'), await membersSet('fit')]) {
      const engine = createEngine(set.articles);
      const before = set.questions.find(({ answerable }) => answerable);
      const turns = asked(before?.question ?? '');
      for (const { question, article } of set.questions.filter((_, i) => i % 5 === 0)) {
        if (followUpOf(question, turns)) continue;
        expect(engine.ask(question, { articleId: article, turns })).toEqual(
          engine.ask(question, { articleId: article }),
        );
      }
    }
  });
});

it('is not told that the article lacks what was asked before', () => {
  const turns = asked('who pilots the zeppelin');

  const outcome = createEngine([moonBase()]).ask('did she marry a dentist', { turns });

  expect(outcome).toMatchObject({ kind: 'not-said', missing: ['dentist'] });
});
