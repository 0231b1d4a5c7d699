import type { ComponentHandler } from './command.js';
import { findPlace, type Place } from './passage-reference.js';
import { renderContext } from './render-context.js';
import { contextButtons, MAX_OTHERS } from './render-outcome.js';
import { renderPassages } from './render-passages.js';
import type { Quotation } from './render-quotation.js';
import { plainReply } from './reply.js';
import { respond } from './respond.js';

export const CHANGED = plainReply(
  'The article has changed since then. Ask again, and I look into what it says now.',
);

function toQuotation({ article, paragraph, sentence }: Place): Quotation {
  return { article, paragraph: paragraph.number, sentence, text: sentence.text, matches: [] };
}

/** *Context*: the paragraph around a sentence, and its neighbours. */
export const showContext: ComponentHandler = async (interaction, [reference = ''], services) => {
  const place = findPlace(services.library.engine.articles, reference);
  await respond(interaction, place ? plainReply(renderContext(place)) : CHANGED, 'private');
};

/** *Other passages*: the next best, of those whose article is still the same. */
export const showOthers: ComponentHandler = async (interaction, references, services) => {
  const { articles } = services.library.engine;
  const places = references.slice(0, MAX_OTHERS).map((reference) => findPlace(articles, reference));
  const quotations = places.filter((place) => place !== null).map(toQuotation);
  const reply =
    quotations.length > 0
      ? plainReply(
          renderPassages('The next best passages, best first. They may not answer the question.', quotations),
        )
      : CHANGED;
  await respond(interaction, reply, 'private');
};

/** *Closest passage*: the guess behind “the article does not say”, named as what it is. */
export const showClosest: ComponentHandler = async (interaction, [reference = ''], services) => {
  const place = findPlace(services.library.engine.articles, reference);
  const reply = place
    ? {
        text: renderPassages('The closest passage I found. It may well not answer the question.', [
          toQuotation(place),
        ]),
        buttons: contextButtons(place),
      }
    : CHANGED;
  await respond(interaction, reply, 'private');
};
