import { EventEmitter } from 'node:events';
import { type APIChannel, type APIUser, GatewayIntentBits } from 'discord-api-types/v10';
import { nextId } from '../next-id.js';
import { AttachmentStore } from './attachment-store.js';
import { apiChannel, type Channel } from './channel.js';
import { CommandRegistry } from './command-registry.js';
import { apiGuild, apiMember, apiRoles, createGuild, type Guild } from './guild.js';
import type { Interaction } from './interaction.js';
import { MessageStore } from './message-store.js';
import { createPerson, type Person, type PersonOptions } from './person.js';
import type { WorldEvents } from './world-events.js';

/** Interactions remembered; Discord forgets them after 15 minutes. */
const MAX_INTERACTIONS = 1000;

/** How the world is furnished. */
export interface WorldOptions {
  readonly botName: string;
  readonly guildName: string;
  /** The address attachments are served under. */
  readonly origin: () => string;
}

/** Everything there is on the loopback Discord: one server, its people, channels, messages, commands. */
export class World {
  readonly events = new EventEmitter<WorldEvents>();
  readonly applicationId = nextId();
  readonly bot: Person;
  readonly guild: Guild;
  readonly messages = new MessageStore();
  readonly attachments: AttachmentStore;
  readonly commands: CommandRegistry;
  readonly #people = new Map<string, Person>();
  readonly #channels = new Map<string, Channel>();
  readonly #interactions = new Map<string, Interaction>();

  constructor(options: WorldOptions) {
    // Every member, terminal and page listens; there is no sensible bound.
    this.events.setMaxListeners(0);
    this.bot = createPerson(options.botName, { bot: true, id: this.applicationId });
    this.#people.set(this.bot.user.id, this.bot);
    this.guild = createGuild(options.guildName);
    this.attachments = new AttachmentStore(options.origin);
    this.commands = new CommandRegistry(this.applicationId, () => this.events.emit('commands'));
    for (const [position, name] of ['general', 'mods'].entries())
      this.#addChannel({ kind: 'guild', id: nextId(), name, position, moderatorsOnly: name === 'mods' });
  }

  get people(): Person[] {
    return [...this.#people.values()];
  }

  person(id: string): Person | undefined {
    return this.#people.get(id);
  }

  /** Someone joins the server. */
  join(name: string, options: PersonOptions): Person {
    const person = createPerson(name, options);
    this.#people.set(person.user.id, person);
    this.events.emit('dispatch', {
      event: 'GUILD_MEMBER_ADD',
      data: { ...this.memberOf(person), guild_id: this.guild.id },
      intents: GatewayIntentBits.GuildMembers,
    });
    return person;
  }

  channel(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  get guildChannels(): Extract<Channel, { kind: 'guild' }>[] {
    return [...this.#channels.values()].filter((channel) => channel.kind === 'guild');
  }

  /** The bot's direct messages with a member. */
  dmWith(memberId: string): Channel {
    for (const channel of this.#channels.values())
      if (channel.kind === 'dm' && channel.memberId === memberId) return channel;
    return this.#addChannel({ kind: 'dm', id: nextId(), memberId });
  }

  /** The direct messages between two members. */
  privateBetween(one: string, other: string): Channel {
    for (const channel of this.#channels.values())
      if (channel.kind === 'private' && channel.memberIds.includes(one) && channel.memberIds.includes(other))
        return channel;
    return this.#addChannel({ kind: 'private', id: nextId(), memberIds: [one, other] });
  }

  /** Whether a person can read a channel. */
  canSee(person: Person, channel: Channel): boolean {
    const { id } = person.user;
    if (channel.kind === 'dm') return id === channel.memberId || id === this.bot.user.id;
    if (channel.kind === 'private') return channel.memberIds.includes(id);
    return !channel.moderatorsOnly || person.isModerator || id === this.bot.user.id;
  }

  /** The people of a channel other than the bot. */
  recipients(channel: Channel): APIUser[] {
    if (channel.kind === 'guild') return [];
    const ids = channel.kind === 'dm' ? [channel.memberId] : channel.memberIds;
    return ids.flatMap((id) => this.#people.get(id)?.user ?? []);
  }

  /** The channel as the bot is told of it. */
  apiChannelOf(channel: Channel): APIChannel {
    return apiChannel(channel, this.guild, this.recipients(channel));
  }

  /** A person as a member of the server. */
  memberOf(person: Person) {
    return apiMember(this.guild, person, this.bot.user.id);
  }

  /** The server with all that GUILD_CREATE tells of it. */
  get guildCreate() {
    return {
      ...apiGuild(this.guild),
      roles: apiRoles(this.guild, this.bot.user.id),
      joined_at: this.bot.joinedAt,
      large: false,
      unavailable: false,
      member_count: this.#people.size,
      members: this.people.map((person) => this.memberOf(person)),
      channels: this.guildChannels.map((channel) => this.apiChannelOf(channel)),
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }

  remember(interaction: Interaction): void {
    this.#interactions.set(interaction.id, interaction);
    for (const oldest of this.#interactions.keys()) {
      if (this.#interactions.size <= MAX_INTERACTIONS) break;
      this.#interactions.delete(oldest);
    }
  }

  interaction(id: string): Interaction | undefined {
    return this.#interactions.get(id);
  }

  interactionByToken(token: string): Interaction | undefined {
    return [...this.#interactions.values()].find((interaction) => interaction.token === token);
  }

  #addChannel(channel: Channel): Channel {
    this.#channels.set(channel.id, channel);
    return channel;
  }
}
