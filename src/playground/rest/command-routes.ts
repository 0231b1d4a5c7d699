import { z } from 'zod';
import { REFUSALS } from '../refusal.js';
import { commandSchema } from '../schemas/command.js';
import type { RegisteredCommand } from '../world/command-registry.js';
import type { World } from '../world/world.js';
import { type BotRequest, NO_CONTENT, ok, type Route, unlessRefused, withForm } from './route.js';

/** Without `with_localizations` a list leaves the translations out. */
function listed(command: RegisteredCommand, withLocalizations: boolean): object {
  if (withLocalizations) return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

/** Registering commands, for everyone or for one server. */
export function commandRoutes(world: World): Route[] {
  const { commands } = world;

  function under(base: string): Route[] {
    /** The server's id, undefined for global commands, or why the request is refused. */
    function place({ params }: BotRequest) {
      if (params.application !== world.applicationId) return REFUSALS.unknownApplication;
      if ('guild' in params && params.guild !== world.guild.id) return REFUSALS.missingAccess;
      return { guildId: params.guild };
    }
    const one = `${base}/:command`;
    return [
      {
        method: 'GET',
        path: base,
        handle: (request) =>
          unlessRefused(place(request), ({ guildId }) =>
            ok(
              commands
                .list(guildId)
                .map((command) => listed(command, request.query.get('with_localizations') === 'true')),
            ),
          ),
      },
      {
        method: 'PUT',
        path: base,
        handle: (request) =>
          unlessRefused(place(request), ({ guildId }) =>
            withForm(z.array(commandSchema), request.body, (forms) =>
              unlessRefused(commands.put(forms, guildId), (list) => ok(list)),
            ),
          ),
      },
      {
        method: 'POST',
        path: base,
        handle: (request) =>
          unlessRefused(place(request), ({ guildId }) =>
            withForm(commandSchema, request.body, (form) =>
              unlessRefused(commands.post(form, guildId), ({ created, command }) =>
                ok(command, created ? 201 : 200),
              ),
            ),
          ),
      },
      {
        method: 'GET',
        path: one,
        handle: (request) =>
          unlessRefused(place(request), ({ guildId }) =>
            unlessRefused(
              commands.get(request.params.command ?? '', guildId) ?? REFUSALS.unknownCommand,
              (command) => ok(command),
            ),
          ),
      },
      {
        method: 'PATCH',
        path: one,
        handle: (request) =>
          unlessRefused(place(request), ({ guildId }) => {
            const id = request.params.command ?? '';
            const old = commands.get(id, guildId);
            if (!old) return REFUSALS.unknownCommand;
            const change = z.looseObject({}).safeParse(request.body);
            return withForm(commandSchema, { ...old, ...(change.success ? change.data : {}) }, (form) =>
              unlessRefused(commands.replace(id, form, guildId), (command) => ok(command)),
            );
          }),
      },
      {
        method: 'DELETE',
        path: one,
        handle: (request) =>
          unlessRefused(place(request), ({ guildId }) =>
            commands.remove(request.params.command ?? '', guildId) ? NO_CONTENT : REFUSALS.unknownCommand,
          ),
      },
    ];
  }

  return [
    ...under('/applications/:application/commands'),
    ...under('/applications/:application/guilds/:guild/commands'),
  ];
}
