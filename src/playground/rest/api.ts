import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type Fault, type FaultPlan, faultAnswer } from '../fault-plan.js';
import { formRefusals, REFUSALS, Refusal } from '../refusal.js';
import type { Traffic } from '../traffic.js';
import type { World } from '../world/world.js';
import { readBody } from './read-body.js';
import type { Answer, Route } from './route.js';

/** What a validator is told of a request of the bot. */
export interface RequestToValidate {
  readonly method: string;
  readonly path: string;
  /** The path with `:name` for its parameters. */
  readonly route: string;
  readonly body: unknown;
}

/** Looks at a request of the bot; each string is a problem, none means it is in order. */
export type Validate = (request: RequestToValidate) => string[];

/** A request of the bot that was malformed. */
export interface RefusedRequest extends RequestToValidate {
  readonly problems: readonly string[];
}

/** What the API is made of. */
export interface ApiParts {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly token: string;
  readonly faults: FaultPlan;
  readonly traffic: Traffic;
  readonly refused: RefusedRequest[];
  readonly validate: Validate | undefined;
}

/** Discord's codes for a request that no well-made bot sends. */
const MALFORMED = new Set([REFUSALS.emptyMessage.code, REFUSALS.badJson.code, 50035]);

/** Discord's REST API, version 10, as far as the routes go, and the files it serves. */
export function createApi(parts: ApiParts): Hono<{ Bindings: HttpBindings }> {
  const { world, token, faults, traffic, refused, validate } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const route of parts.routes)
    app.on(route.method, `/api/v10${route.path}`, async (context) => {
      const startedAt = performance.now();
      // discord.js writes `@original` as `%40original`.
      const path = context.req.path.slice('/api/v10'.length).replaceAll('%40', '@');
      const fault = faults.take(route.method, path);
      const read = await readBody(context.req.raw);
      const seen = {
        method: route.method,
        path,
        route: route.path,
        body: read instanceof Refusal ? undefined : read.body,
      };
      const problems = validate && seen.body !== undefined ? validate(seen) : [];
      const isRun = !fault || fault.after === 'effect';
      const answer = isRun ? run() : undefined;
      if (answer instanceof Refusal && MALFORMED.has(answer.code))
        refused.push({ ...seen, problems: problems.length > 0 ? problems : [JSON.stringify(answer.body)] });
      const response = fault ? faulty(fault) : toResponse(answer ?? REFUSALS.notFound);
      traffic.record({
        direction: 'from-bot',
        route: `${route.method} ${route.path}`,
        path,
        body: seen.body,
        status: response.status,
        answer: fault ? `planned fault ${fault.status}` : bodyOf(answer),
        ms: performance.now() - startedAt,
        problems,
      });
      return response;

      function run(): Answer | Refusal {
        if (!route.open && context.req.header('authorization') !== `Bot ${token}`)
          return REFUSALS.unauthorized;
        if (read instanceof Refusal) return read;
        if (problems.length > 0)
          return formRefusals(problems.map((message) => ({ at: [], code: 'SCHEMA', message })));
        const query = new URL(context.req.url).searchParams;
        return route.handle({ params: context.req.param(), query, body: read.body, files: read.files });
      }

      function faulty(planned: Fault): Response {
        const { status } = planned;
        if (status !== 'drop') {
          const { body, headers } = faultAnswer({ ...planned, status });
          return Response.json(body, { status, headers });
        }
        context.env.incoming.destroy();
        return new Response(null, { status: 500 });
      }
    });

  app.get('/attachments/:channel/:id/:name', (context) => {
    const file = world.attachments.get(context.req.param('id'));
    if (!file) return toResponse(REFUSALS.notFound);
    return new Response(new Blob([file.data as Uint8Array<ArrayBuffer>]), {
      headers: {
        'content-type': file.contentType,
        // A file is data: whoever opens it in a browser must not run it.
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });
  app.notFound((context) => {
    traffic.record({
      direction: 'from-bot',
      route: `${context.req.method} (unknown)`,
      path: context.req.path,
      body: null,
      status: 404,
      answer: REFUSALS.notFound.body,
      ms: 0,
      problems: [],
    });
    return toResponse(REFUSALS.notFound);
  });
  return app;
}

function bodyOf(answer: Answer | Refusal | undefined): unknown {
  return answer?.body;
}

function toResponse(answer: Answer | Refusal): Response {
  return answer.body === undefined
    ? new Response(null, { status: answer.status })
    : Response.json(answer.body, { status: answer.status });
}
