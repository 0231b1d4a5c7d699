import { WaitTimeout } from '../await-event.js';
import type { Loopback } from '../loopback.js';
import type { Member } from '../member/member.js';
import { MemberError } from '../member/member-error.js';
import type { Reply } from '../member/reply.js';
import type { UploadedFile } from '../world/attachment-store.js';
import { displayName } from '../world/person.js';
import type { Action } from './action.js';
import { OPEN_FORMS } from './limits.js';
import { viewMarkdown } from './view-markdown.js';
import { viewModal } from './view-modal.js';
import type { Outcome } from './wire.js';

/** Files that came with an action, by the option or field they are for. */
export type Files = ReadonlyMap<string, readonly UploadedFile[]>;

const DONE = { ok: true, modal: null, choices: [], text: '' } as const;

/** Carries out what members do on the page, and keeps the forms the bot opens until they are sent. */
export class Desk {
  readonly #forms = new Map<string, { reply: Reply; member: Member }>();

  constructor(
    private readonly loopback: Loopback,
    /** How a question was ranked, in plain text. */
    private readonly explain: (question: string) => Promise<string>,
  ) {}

  /** Does it as the member; what Discord's window would not do is an outcome with the reason. */
  async act(member: Member, action: Action, files: Files): Promise<Outcome> {
    try {
      return await this.#do(member, action, files);
    } catch (error) {
      if (error instanceof MemberError || error instanceof WaitTimeout)
        return { ok: false, reason: error.message };
      throw error;
    }
  }

  async #do(member: Member, action: Action, files: Files): Promise<Outcome> {
    switch (action.kind) {
      case 'say': {
        const sent = [...files.values()].flat();
        const replyTo = action.replyTo === null ? {} : { replyTo: { id: action.replyTo } };
        await member.say(action.channel, action.text, { ...replyTo, files: sent });
        return DONE;
      }
      case 'slash': {
        const { channel, subcommand } = placeOf(action);
        const values = { ...action.values, ...firstOf(files) };
        return this.#outcome(member, await member.slash(action.name, values, { channel, subcommand }));
      }
      case 'complete': {
        const place = { ...placeOf(action), others: action.others };
        const reply = await member.autocomplete(action.name, action.option, action.typed, place);
        const choices = reply.choices.map(({ name, value }) => ({ label: name, value: String(value) }));
        return { ...DONE, choices };
      }
      case 'menu':
        return this.#outcome(member, await this.#useMenu(member, action.name, action.message));
      case 'press':
        return this.#outcome(member, await member.press({ id: action.message }, action.customId));
      case 'select':
        return this.#outcome(
          member,
          await member.select({ id: action.message }, action.customId, action.values),
        );
      case 'modal': {
        const form = this.#forms.get(action.id);
        if (form?.member !== member) return { ok: false, reason: 'This form is no longer open.' };
        const values = { ...action.values, ...Object.fromEntries(files) };
        const outcome = this.#outcome(member, await member.submitModal(form.reply, values));
        this.#forms.delete(action.id);
        return outcome;
      }
      case 'explain':
        return { ...DONE, text: await this.explain(action.question) };
    }
  }

  /** A message's menu is used in the channel of the message. */
  #useMenu(member: Member, name: string, message: string): Promise<Reply> {
    const channel = this.loopback.world.messages.find(message)?.api.channel_id;
    return member.contextMenu(name, { id: message }, { channel });
  }

  #outcome(member: Member, reply: Reply): Outcome {
    if (!reply.modal) return DONE;
    const { id } = reply.interaction;
    this.#forms.set(id, { reply, member });
    for (const oldest of this.#forms.keys()) {
      if (this.#forms.size <= OPEN_FORMS) break;
      this.#forms.delete(oldest);
    }
    const names = new Map(this.loopback.world.people.map(({ user }) => [user.id, displayName(user)]));
    return { ...DONE, modal: viewModal(id, reply.modal, (text) => viewMarkdown(text, names)) };
  }
}

function placeOf(action: { channel: string; subcommand: string | null }) {
  return { channel: action.channel, subcommand: action.subcommand ?? undefined };
}

function firstOf(files: Files): Record<string, UploadedFile> {
  return Object.fromEntries([...files].flatMap(([name, [file]]) => (file ? [[name, file]] : [])));
}
