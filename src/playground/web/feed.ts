import type { Loopback } from '../loopback.js';
import type { Member } from '../member/member.js';
import { seeMessage } from '../member/seen-message.js';
import type { TrafficEntry } from '../traffic.js';
import { displayName } from '../world/person.js';
import type { WorldEvents } from '../world/world-events.js';
import { SHOWN_MESSAGES, SHOWN_TRAFFIC } from './limits.js';
import { viewChannels } from './view-channels.js';
import { viewMessage } from './view-message.js';
import { viewTraffic } from './view-traffic.js';
import type { News, Snapshot } from './wire.js';

/** Everything a page shows to a member, as it is now. */
export function takeSnapshot(
  loopback: Loopback,
  member: Member,
  { role, examples }: Pick<Snapshot, 'role' | 'examples'>,
): Snapshot {
  const { world } = loopback;
  const channels = viewChannels(world, member);
  return {
    kind: 'snapshot',
    role,
    me: { id: member.userId, name: member.name },
    bot: { id: loopback.bot.user.id, name: loopback.bot.name },
    server: world.guild.name,
    channels,
    messages: channels.flatMap(({ id }) =>
      member
        .messages(id)
        .slice(-SHOWN_MESSAGES)
        .map((seen) => viewMessage(world, seen, member.userId)),
    ),
    traffic: loopback.traffic.recent.slice(-SHOWN_TRAFFIC).map(viewTraffic),
    examples,
  };
}

/**
 * Tells of everything that a member gets to see from now on.
 * @returns ends it
 */
export function follow(loopback: Loopback, member: Member, tell: (news: News) => void): () => void {
  const { world, events, traffic } = loopback;
  const person = world.person(member.userId);
  function sees(channelId: string): boolean {
    const channel = world.channel(channelId);
    return person !== undefined && channel !== undefined && world.canSee(person, channel);
  }
  function onMessage({ kind, message }: WorldEvents['message'][0]): void {
    const isForThem = message.visibleTo === null || message.visibleTo === member.userId;
    if (!isForThem || !sees(message.api.channel_id)) return;
    if (kind === 'deleted') tell({ kind: 'gone', id: message.api.id });
    else tell({ kind: 'message', message: viewMessage(world, seeMessage(message), member.userId) });
  }
  function onTyping({ channelId, userId }: WorldEvents['typing'][0]): void {
    const who = world.person(userId);
    if (who && userId !== member.userId && sees(channelId))
      tell({ kind: 'typing', channelId, name: displayName(who.user) });
  }
  const onCommands = () => tell({ kind: 'channels', channels: viewChannels(world, member) });
  const onTraffic = (entry: TrafficEntry) => tell({ kind: 'traffic', entry: viewTraffic(entry) });
  events.on('message', onMessage);
  events.on('typing', onTyping);
  events.on('commands', onCommands);
  traffic.on('entry', onTraffic);
  return () => {
    events.off('message', onMessage);
    events.off('typing', onTyping);
    events.off('commands', onCommands);
    traffic.off('entry', onTraffic);
  };
}
