import type { z } from 'zod';
import { Refusal } from '../refusal.js';
import { readForm } from '../schemas/read-form.js';
import type { UploadedFile } from '../world/attachment-store.js';

/** A request of the bot, read and bounded. */
export interface BotRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or the `payload_json` of a form. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** What a request is answered with; without `body` nothing but the status is sent. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One endpoint of the API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for its parameters; what comes behind `/api/v10`. */
  readonly path: string;
  /** Whether it works without the bot's token, as those with an interaction's token do. */
  readonly open?: boolean;
  handle(request: BotRequest): Answer | Refusal;
}

export const NO_CONTENT: Answer = { status: 204 };

/** An answer with a body. */
export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

/** Reads the body by a schema and goes on with it, or refuses it. */
export function withForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  go: (form: z.output<Schema>) => Answer | Refusal,
): Answer | Refusal {
  const read = readForm(schema, body);
  return read.ok ? go(read.form) : read.refusal;
}

/** Goes on with a value unless it is a refusal. */
export function unlessRefused<Value>(
  value: Value | Refusal,
  go: (value: Value) => Answer | Refusal,
): Answer | Refusal {
  return value instanceof Refusal ? value : go(value);
}
