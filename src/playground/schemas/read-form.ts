import type { z } from 'zod';
import { formRefusals, type Refusal } from '../refusal.js';

type Issue = z.core.$ZodIssue;

/** The code and the words Discord uses for what zod found wrong. */
function inDiscordsWords(issue: Issue): { code: string; message: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Could not interpret the value as ${issue.expected}.` };
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
        : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
        : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.join(', ')}}.` };
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    case 'invalid_union':
      return { code: 'UNION_TYPE_CHOICES', message: 'The value of field "type" is not allowed here.' };
    case 'custom':
      return { code: String(issue.params?.code ?? 'BASE_TYPE_INVALID'), message: issue.message };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}

/** Reads a request's body; a body with faults becomes the refusal Discord would answer, field by field. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { ok: true; form: z.output<Schema> } | { ok: false; refusal: Refusal } {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return { ok: true, form: result.data };
  const faults = result.error.issues.map((issue) => ({ at: issue.path, ...inDiscordsWords(issue) }));
  return { ok: false, refusal: formRefusals(faults) };
}
