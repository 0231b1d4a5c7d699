import { SlashCommandBuilder } from 'discord.js';
import Fuse from 'fuse.js';
import { articleOption, completeArticle } from '../src/bot/article-option.js';
import type { SlashCommand } from '../src/bot/command.js';
import { cutEnd } from '../src/bot/cut-text.js';
import { flattenText } from '../src/bot/escape-text.js';
import { findArticle } from '../src/bot/find-article.js';
import { lessonFiles } from '../src/bot/lesson-files.js';
import { MAX_CHOICE_NAME_LENGTH, MAX_CHOICES } from '../src/bot/limits.js';
import { moderatorsOnly } from '../src/bot/moderators-only.js';
import { permissionOf } from '../src/bot/permission-of.js';
import { readPage } from '../src/bot/read-page.js';
import { renderExcerpt } from '../src/bot/render-excerpt.js';
import { renderLessons } from '../src/bot/render-lessons.js';
import { plainReply, type Reply } from '../src/bot/reply.js';
import { offer, replace, respond } from '../src/bot/respond.js';
import type { Services } from '../src/bot/services.js';
import { openTeachForm, pickQuestion, takeLesson, undoLesson } from '../src/bot/teach.js';
import { MAX_QUESTION_LENGTH } from '../src/engine/limits.js';
import type { KeptLesson } from '../src/store/kept-lesson.js';

const NO_SUCH_LESSON = plainReply('There is no such lesson in this server. `/teach list` shows them all.');
const NOTHING_TO_EXPORT = plainReply('There is nothing to export: no lesson of this server is in force.');
const MAX_QUOTED = 300;

/** Lessons like what is typed; the newest where nothing is. */
function searchLessons(lessons: readonly KeptLesson[], typed: string): KeptLesson[] {
  const newest = lessons.toReversed();
  if (typed.trim() === '') return newest.slice(0, MAX_CHOICES);
  // 0.4 forgives two slips in a word of six letters; a word counts wherever it stands.
  const index = new Fuse(newest, { keys: ['question'], ignoreLocation: true, threshold: 0.4 });
  return index.search(typed.slice(0, 100), { limit: MAX_CHOICES }).map(({ item }) => item);
}

async function remove(guildId: string, lessonId: string, { store }: Services): Promise<Reply> {
  const lesson = store.lessons.of(guildId).find(({ id }) => id === lessonId);
  if (!lesson || !(await store.lessons.remove(guildId, lessonId))) return NO_SUCH_LESSON;
  return plainReply(`Forgotten: “${renderExcerpt(lesson.question, [], MAX_QUOTED)}”.`);
}

function exported(guildId: string, { store, library }: Services): Reply {
  const files = lessonFiles(store.lessons.of(guildId), library.engine.articles);
  if (files.length === 0) return NOTHING_TO_EXPORT;
  return {
    text: 'Put this between the `---` lines at the top of the article’s file, in place of the `taught` that may stand there. Then what was taught travels with the article.',
    buttons: [],
    files,
  };
}

/** `/teach`: what moderators have taught. */
export default {
  kind: 'slash',
  data: moderatorsOnly(
    new SlashCommandBuilder().setName('teach').setDescription('Teach me which paragraph answers a question'),
    'Manage Messages',
  )
    .addSubcommand((command) =>
      command
        .setName('add')
        .setDescription('Say which paragraph answers a question, or that the article does not')
        .addStringOption((option) =>
          option
            .setName('question')
            .setDescription('As a member may ask it')
            .setRequired(true)
            .setMaxLength(MAX_QUESTION_LENGTH),
        )
        .addStringOption(articleOption('The article that answers; not needed where there is only one')),
    )
    .addSubcommand((command) => command.setName('list').setDescription('All that was taught in this server'))
    .addSubcommand((command) =>
      command
        .setName('remove')
        .setDescription('Forget something that was taught')
        .addStringOption((option) =>
          option
            .setName('lesson')
            .setDescription('The question; begin to type it')
            .setRequired(true)
            .setAutocomplete(true),
        ),
    )
    .addSubcommand((command) =>
      command.setName('export').setDescription('All that was taught, for the front matter of the articles'),
    ),
  components: {
    'pick-question': pickQuestion,
    unteach: undoLesson,
    async lessons(interaction, [page], { store, library }) {
      const { refusal } = permissionOf(interaction, 'Manage Messages');
      if (refusal) return respond(interaction, refusal, 'private');
      const lessons = store.lessons.of(interaction.guildId);
      await replace(interaction, renderLessons(lessons, library.engine.articles, readPage(page)));
    },
    async 'forget-lesson'(interaction, [page], services) {
      const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
      if (refusal) return respond(interaction, refusal, 'private');
      const { store, library } = services;
      for (const id of interaction.isStringSelectMenu() ? interaction.values : []) {
        await store.lessons.remove(guildId, id);
      }
      const lessons = store.lessons.of(guildId);
      await replace(interaction, renderLessons(lessons, library.engine.articles, readPage(page)));
    },
  },
  modals: { teach: takeLesson },
  async autocomplete(interaction, services) {
    if (interaction.options.getFocused(true).name === 'article')
      return completeArticle(interaction, services);
    const { guildId } = permissionOf(interaction, 'Manage Messages');
    const lessons = services.store.lessons.of(guildId);
    const found = searchLessons(lessons, interaction.options.getFocused());
    const choices = found.map(({ id, question }) => ({
      name: cutEnd(flattenText(question), MAX_CHOICE_NAME_LENGTH),
      value: id,
    }));
    await offer(interaction, choices);
  },
  async execute(interaction, services) {
    const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
    if (refusal) return respond(interaction, refusal, 'private');
    const { store, library } = services;
    const { articles } = library.engine;
    switch (interaction.options.getSubcommand()) {
      case 'add': {
        const named = interaction.options.getString('article');
        const article = named === null ? null : findArticle(articles, named);
        const question = interaction.options.getString('question', true);
        return openTeachForm(interaction, { question, articleId: article?.id }, services);
      }
      case 'remove':
        return respond(
          interaction,
          await remove(guildId, interaction.options.getString('lesson', true), services),
          'private',
        );
      case 'export':
        return respond(interaction, exported(guildId, services), 'private');
      default:
        return respond(interaction, renderLessons(store.lessons.of(guildId), articles, 0), 'private');
    }
  },
} satisfies SlashCommand;
