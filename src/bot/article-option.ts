import type { AutocompleteInteraction, SlashCommandStringOption } from 'discord.js';
import { offer } from './respond.js';
import type { Services } from './services.js';
import { suggestArticles } from './suggest-articles.js';

/** The option `article`, the same wherever a command has one. */
export function articleOption(description: string) {
  return (option: SlashCommandStringOption): SlashCommandStringOption =>
    option.setName('article').setDescription(description).setAutocomplete(true);
}

/** Offers articles while the option is typed. */
export async function completeArticle(
  interaction: AutocompleteInteraction,
  services: Services,
): Promise<void> {
  const typed = interaction.options.getFocused();
  await offer(interaction, suggestArticles(services.library.engine.articles, typed));
}
