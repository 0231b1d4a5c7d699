import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  type Interaction,
  InteractionContextType,
  SlashCommandBuilder,
} from 'discord.js';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../src/playground/loopback.js';
import type { Member } from '../../src/playground/member/member.js';
import { logIn } from './log-in.js';
import { validatePayload } from './validate-payload.js';

/** A loopback Discord with two members, and a bot with three commands that does as a test says. */
export interface Stage {
  readonly loopback: Loopback;
  readonly client: Client<true>;
  readonly ann: Member;
  readonly bob: Member;
  /** The bot's one answer to everything; resolves or rejects as the first answer does. */
  answerWith(answer: (interaction: Interaction) => Promise<unknown>): Promise<unknown>;
  end(): Promise<void>;
}

/** Sets the stage: whatever the bot sends is checked against Discord's published API description. */
export async function setStage(options: LoopbackOptions = {}): Promise<Stage> {
  const loopback = await startLoopback({ validate: validatePayload, ...options });
  const ann = loopback.member('Ann');
  const bob = loopback.member('Bob');
  const client = await logIn(loopback);
  await client.application.commands.set([
    new SlashCommandBuilder()
      .setName('ask')
      .setDescription('Ask the article')
      .setContexts(
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
        InteractionContextType.PrivateChannel,
      )
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
      .addStringOption((option) => option.setName('question').setDescription('What to ask').setRequired(true))
      .addStringOption((option) =>
        option.setName('article').setDescription('Which article').setAutocomplete(true),
      ),
    { name: 'Find in article', type: ApplicationCommandType.Message },
    { name: 'Questions of', type: ApplicationCommandType.User },
  ]);
  return {
    loopback,
    client,
    ann,
    bob,
    answerWith: (answer) =>
      new Promise((resolve, reject) => {
        client.on('interactionCreate', (interaction) => answer(interaction).then(resolve, reject));
      }),
    async end() {
      await client.destroy();
      await loopback.close();
    },
  };
}
