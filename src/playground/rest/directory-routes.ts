import { REFUSALS } from '../refusal.js';
import { apiGuild, apiRoles } from '../world/guild.js';
import type { World } from '../world/world.js';
import { ok, type Route } from './route.js';

/** Who and what there is: the gateway, the application, users, the server. */
export function directoryRoutes(world: World, gatewayUrl: () => string): Route[] {
  function application() {
    return {
      id: world.applicationId,
      name: world.bot.user.username,
      icon: null,
      description: '',
      summary: '',
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: 0,
      team: null,
      bot: world.bot.user,
      integration_types_config: { 0: {}, 1: {} },
    };
  }

  function inGuild(path: string, body: () => unknown): Route {
    return {
      method: 'GET',
      path: `/guilds/:guild${path}`,
      handle: ({ params }) => (params.guild === world.guild.id ? ok(body()) : REFUSALS.unknownGuild),
    };
  }

  return [
    { method: 'GET', path: '/gateway', open: true, handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () =>
        ok({
          url: gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
        }),
    },
    { method: 'GET', path: '/applications/@me', handle: () => ok(application()) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ok(application()) },
    { method: 'GET', path: '/users/@me', handle: () => ok(world.bot.user) },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      handle: () => ok([{ id: world.guild.id, name: world.guild.name, icon: null, owner: false }]),
    },
    {
      method: 'GET',
      path: '/users/:user',
      handle: ({ params }) => {
        const person = world.person(params.user ?? '');
        return person ? ok(person.user) : REFUSALS.unknownUser;
      },
    },
    inGuild('', () => ({ ...apiGuild(world.guild), roles: apiRoles(world.guild, world.bot.user.id) })),
    inGuild('/roles', () => apiRoles(world.guild, world.bot.user.id)),
    inGuild('/channels', () => world.guildChannels.map((channel) => world.apiChannelOf(channel))),
    inGuild('/members', () => world.people.map((person) => world.memberOf(person))),
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      handle: ({ params }) => {
        if (params.guild !== world.guild.id) return REFUSALS.unknownGuild;
        const person = world.person(params.user ?? '');
        return person ? ok(world.memberOf(person)) : REFUSALS.unknownMember;
      },
    },
  ];
}
