/** A tree of `{ field: { _errors: [{ code, message }] } }`, as Discord reports faults in a form. */
export interface FormErrors {
  [field: string]: FormErrors | { code: string; message: string }[];
}

/** Discord's "no": what a request is answered with when it is not carried out. */
export class Refusal {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Discord's JSON error code; 0 for plain HTTP errors. */
    readonly code: number,
    readonly message: string,
    readonly errors?: FormErrors,
  ) {}

  /** The JSON body Discord would send. */
  get body(): object {
    return this.errors === undefined
      ? { message: this.message, code: this.code }
      : { message: this.message, code: this.code, errors: this.errors };
  }
}

/** The refusals that have one fixed form; numbers and words are Discord's. */
export const REFUSALS = {
  unauthorized: new Refusal(401, 0, '401: Unauthorized'),
  notFound: new Refusal(404, 0, '404: Not Found'),
  badJson: new Refusal(400, 50109, 'The request body contains invalid JSON.'),
  badForm: new Refusal(400, 50035, 'Invalid Form Body'),
  tooLarge: new Refusal(413, 40005, 'Request entity too large'),
  unknownChannel: new Refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: new Refusal(404, 10004, 'Unknown Guild'),
  unknownMember: new Refusal(404, 10007, 'Unknown Member'),
  unknownMessage: new Refusal(404, 10008, 'Unknown Message'),
  unknownUser: new Refusal(404, 10013, 'Unknown User'),
  unknownWebhook: new Refusal(404, 10015, 'Unknown Webhook'),
  unknownApplication: new Refusal(404, 10002, 'Unknown Application'),
  unknownInteraction: new Refusal(404, 10062, 'Unknown interaction'),
  unknownCommand: new Refusal(404, 10063, 'Unknown application command'),
  alreadyAcknowledged: new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: new Refusal(403, 50001, 'Missing Access'),
  notYourMessage: new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: new Refusal(400, 50006, 'Cannot send an empty message'),
  closedDms: new Refusal(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: new Refusal(403, 50013, 'Missing Permissions'),
  expiredWebhookToken: new Refusal(401, 50027, 'Invalid Webhook Token'),
} as const;

/** The refusal for a form with one fault, `at` being the path of its field. */
export function formRefusal(at: readonly PropertyKey[], code: string, message: string): Refusal {
  return formRefusals([{ at, code, message }]);
}

/** The refusal for a form with faults: 400, code 50035, each fault at its field. */
export function formRefusals(
  faults: readonly { at: readonly PropertyKey[]; code: string; message: string }[],
): Refusal {
  const errors: FormErrors = {};
  for (const { at, code, message } of faults) {
    let node = errors;
    for (const step of at) {
      const key = String(step);
      const next = node[key];
      if (next === undefined || Array.isArray(next)) {
        const child: FormErrors = {};
        node[key] = child;
        node = child;
      } else node = next;
    }
    const here = node._errors;
    if (Array.isArray(here)) here.push({ code, message });
    else node._errors = [{ code, message }];
  }
  return new Refusal(400, 50035, 'Invalid Form Body', errors);
}
