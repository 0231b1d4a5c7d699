import { ApplicationCommandType, ComponentType, InteractionType } from 'discord-api-types/v10';
import type { UploadedFile } from '../world/attachment-store.js';
import { buildMessage } from '../world/build-message.js';
import type { Channel } from '../world/channel.js';
import type { RegisteredCommand } from '../world/command-registry.js';
import type { StoredMessage } from '../world/message-store.js';
import { displayName, type Person } from '../world/person.js';
import { publishMessage } from '../world/publish-message.js';
import type { NewInteraction } from '../world/send-interaction.js';
import type { World } from '../world/world.js';
import { awaitReply } from './await-reply.js';
import { findCommand, type OptionValues, offeredCommands, readInput, valueOptions } from './command-input.js';
import { MemberError } from './member-error.js';
import { type ModalValues, readModal } from './modal-input.js';
import { offeredEntities, resolveEntities } from './offered-entities.js';
import type { Reply } from './reply.js';
import { type SeenMessage, seeMessage } from './seen-message.js';
import { Viewpoint } from './viewpoint.js';

/** The longest message a member can send, in characters. */
const MAX_CONTENT = 2000;

/** Where a command is used. */
export interface CommandPlace {
  /** `general` (default), `mods`, `dm` for the bot's direct messages, or a channel's id. */
  readonly channel?: string | undefined;
  /** `list`, or `group list`. */
  readonly subcommand?: string | undefined;
}

/** A message of a member's, and what comes of it. */
export interface Said {
  readonly message: SeenMessage;
  /** The bot's next message in that channel. */
  answer(timeoutMs?: number): Promise<SeenMessage>;
}

/** A member of the server with their window open: what they can do, and what they get to see. */
export class Member {
  readonly #view: Viewpoint;

  constructor(
    private readonly world: World,
    private readonly person: Person,
    private readonly deadlineMs: number,
  ) {
    this.#view = new Viewpoint(world, person);
  }

  get userId(): string {
    return this.person.user.id;
  }

  get name(): string {
    return displayName(this.person.user);
  }

  /** How a message mentions this member. */
  get mention(): string {
    return `<@${this.userId}>`;
  }

  /** The id of a channel this member sees; `dm` is the bot's direct messages. */
  channelId(channel?: string): string {
    return this.#view.channel(channel).id;
  }

  /** The commands offered in a channel. */
  commands(channel?: string): RegisteredCommand[] {
    return offeredCommands(this.world, this.person, this.#view.channel(channel));
  }

  /**
   * Uses a slash command.
   * @throws MemberError (as a rejection) when Discord would not send it, or the bot does not answer in time
   */
  async slash(name: string, values: OptionValues = {}, place: CommandPlace = {}): Promise<Reply> {
    const channel = this.#view.channel(place.channel);
    const command = findCommand(this.world, this.person, channel, name, ApplicationCommandType.ChatInput);
    const input = readInput(this.world, channel, command, values, place.subcommand);
    return this.#use(InteractionType.ApplicationCommand, command, channel, input);
  }

  /** Types into an option that completes itself; `others` is what the other options hold already. */
  async autocomplete(
    name: string,
    option: string,
    typed: string,
    place: CommandPlace & { readonly others?: OptionValues } = {},
  ): Promise<Reply> {
    const channel = this.#view.channel(place.channel);
    const command = findCommand(this.world, this.person, channel, name, ApplicationCommandType.ChatInput);
    const declared = valueOptions(command, place.subcommand).find((candidate) => candidate.name === option);
    if (!declared?.autocomplete)
      throw new MemberError('unknown-option', `/${name} does not complete ${option}.`);
    const values = { ...place.others, [option]: typed };
    const input = readInput(this.world, channel, command, values, place.subcommand, option);
    return this.#use(InteractionType.ApplicationCommandAutocomplete, command, channel, input);
  }

  /** Picks a command from the context menu of a message (`id`) or of a member (`userId`). */
  async contextMenu(
    name: string,
    target: { readonly id: string } | { readonly userId: string },
    place: Pick<CommandPlace, 'channel'> = {},
  ): Promise<Reply> {
    if ('userId' in target) {
      const channel = this.#view.channel(place.channel);
      const command = findCommand(this.world, this.person, channel, name, ApplicationCommandType.User);
      const person = this.world.person(target.userId);
      if (!person) throw new MemberError('invalid-option', 'There is no such member.');
      const { user, ...member } = this.world.memberOf(person);
      const resolved = { users: { [person.user.id]: user }, members: { [person.user.id]: member } };
      const data = { target_id: person.user.id, resolved };
      return this.#use(InteractionType.ApplicationCommand, command, channel, data);
    }
    const message = this.#view.message(target);
    const channel = this.#view.channel(message.api.channel_id);
    const command = findCommand(this.world, this.person, channel, name, ApplicationCommandType.Message);
    const data = { target_id: message.api.id, resolved: { messages: { [message.api.id]: message.api } } };
    return this.#use(InteractionType.ApplicationCommand, command, channel, data);
  }

  /** Presses a button, named by its custom id or its label. */
  async press(message: { readonly id: string }, button: string): Promise<Reply> {
    const source = this.#view.message(message);
    const { buttons } = seeMessage(source);
    const found =
      buttons.find(({ customId }) => customId === button) ?? buttons.find(({ label }) => label === button);
    if (!found) throw new MemberError('unknown-component', `There is no button ${button}.`);
    if (found.url !== null)
      throw new MemberError('unknown-component', `${button} is a link to ${found.url}.`);
    if (found.isDisabled) throw new MemberError('disabled-component', `The button ${button} is disabled.`);
    const data = { custom_id: found.customId, component_type: ComponentType.Button };
    return this.#component(source, `the button ${found.label}`, data);
  }

  /** Chooses in a menu, named by its custom id or placeholder, by values or labels. */
  async select(message: { readonly id: string }, menu: string, choices: readonly string[]): Promise<Reply> {
    const source = this.#view.message(message);
    const found = seeMessage(source).selects.find(
      ({ customId, placeholder }) => customId === menu || placeholder === menu,
    );
    if (!found) throw new MemberError('unknown-component', `There is no menu ${menu}.`);
    if (found.isDisabled) throw new MemberError('disabled-component', `The menu ${menu} is disabled.`);
    const entities = offeredEntities(this.world, found.type);
    const offered = [...found.options, ...entities.map(({ id, label }) => ({ value: id, label }))];
    const values = choices.map((choice) => {
      const option = offered.find(({ label, value }) => value === choice || label === choice);
      if (!option) throw new MemberError('invalid-option', `The menu ${menu} has no ${choice}.`);
      return option.value;
    });
    if (values.length < found.minValues || values.length > found.maxValues)
      throw new MemberError('invalid-option', `Choose ${found.minValues} to ${found.maxValues} in ${menu}.`);
    const chosen = entities.filter(({ id }) => values.includes(id));
    const data = {
      custom_id: found.customId,
      component_type: found.type,
      values,
      ...(entities.length > 0 ? { resolved: resolveEntities(chosen) } : {}),
    };
    return this.#component(source, `the menu ${menu}`, data);
  }

  /** Fills in and sends the form that a reply has opened; fields are named by custom id or label. */
  async submitModal(reply: Reply, values: ModalValues): Promise<Reply> {
    const { modal, interaction } = reply;
    if (!modal) throw new MemberError('invalid-modal', 'No form is open.');
    const channel = this.#view.channel(interaction.channelId);
    const source =
      interaction.sourceMessageId === null
        ? null
        : (this.world.messages.get(channel.id, interaction.sourceMessageId) ?? null);
    return this.#send({
      type: InteractionType.ModalSubmit,
      channel,
      source,
      label: `the form ${modal.title}`,
      commandName: null,
      isUserInstall: channel.kind === 'private',
      data: readModal(this.world, channel, modal, values),
    });
  }

  /** Writes a message. `<@id>` in it mentions; a reply mentions whom it replies to. */
  async say(
    channelName: string,
    content: string,
    options: { readonly replyTo?: { readonly id: string }; readonly files?: readonly UploadedFile[] } = {},
  ): Promise<Said> {
    const channel = this.#view.channel(channelName);
    const files = options.files ?? [];
    if ([...content].length > MAX_CONTENT)
      throw new MemberError('invalid-message', `A message has at most ${MAX_CONTENT} characters.`);
    if (content.trim() === '' && files.length === 0)
      throw new MemberError('invalid-message', 'There is nothing to send.');
    const message = buildMessage(this.world, {
      author: this.person,
      channelId: channel.id,
      form: { content },
      files,
      replyTo: options.replyTo && this.#view.message(options.replyTo),
    });
    publishMessage(this.world, 'created', message);
    const seen = seeMessage(message);
    return {
      message: seen,
      answer: (timeoutMs) => this.nextMessage(channel.id, { after: seen, timeoutMs }),
    };
  }

  /** Writes to the bot. */
  dm(content: string): Promise<Said> {
    return this.say('dm', content);
  }

  /** The messages this member sees in a channel, oldest first. */
  messages(channel?: string): SeenMessage[] {
    return this.#view.messages(this.#view.channel(channel));
  }

  /** The first message of the bot that this member sees in a channel after a given one, or from now on. */
  async nextMessage(
    channel: string,
    options: { readonly after?: { readonly id: string }; readonly timeoutMs?: number | undefined } = {},
  ): Promise<SeenMessage> {
    return this.#view.nextMessage(this.#view.channel(channel), options.after, options.timeoutMs);
  }

  /** The id of the direct messages with another member, where only user-installed commands work. */
  privateWith(other: Member): string {
    return this.world.privateBetween(this.userId, other.userId).id;
  }

  #component(source: StoredMessage, label: string, data: object): Promise<Reply> {
    const channel = this.#view.channel(source.api.channel_id);
    return this.#send({
      type: InteractionType.MessageComponent,
      channel,
      source,
      label,
      commandName: null,
      isUserInstall: channel.kind === 'private',
      data,
    });
  }

  #use(type: InteractionType, command: RegisteredCommand, channel: Channel, input: object): Promise<Reply> {
    const { id, name, guild_id } = command;
    const isUserInstall = channel.kind === 'private' || !command.integration_types.includes(0);
    return this.#send({
      type,
      channel,
      source: null,
      label: command.type === ApplicationCommandType.ChatInput ? `/${name}` : name,
      commandName: name,
      isUserInstall,
      data: { id, name, type: command.type, ...(guild_id ? { guild_id } : {}), ...input },
    });
  }

  #send(sent: Omit<NewInteraction, 'member' | 'deadlineMs'>): Promise<Reply> {
    return awaitReply(this.world, { ...sent, member: this.person, deadlineMs: this.deadlineMs });
  }
}
