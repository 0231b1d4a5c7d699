import type { News, Outcome, Role } from '../web/wire.js';

/** Files to go with an action, by the option or field they are for. */
export type FilesFor = Readonly<Record<string, readonly File[]>>;

const UNREACHABLE: Outcome = {
  ok: false,
  reason: 'The playground does not answer. Is it still running in the terminal?',
};

/**
 * Listens to what a member gets to see. It reconnects by itself, and a snapshot begins each connection.
 * @returns ends it
 */
export function listen(role: Role, tell: (news: News) => void, onState: (isUp: boolean) => void): () => void {
  const source = new EventSource(`/events?as=${role}`);
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as News);
  return () => source.close();
}

/** Has a member do something. Never rejects: what went wrong is in the outcome. */
export async function act(role: Role, action: object, files: FilesFor = {}): Promise<Outcome> {
  const form = new FormData();
  form.set('action', JSON.stringify(action));
  for (const [name, list] of Object.entries(files)) for (const file of list) form.append(name, file);
  try {
    const response = await fetch(`/act?as=${role}`, { method: 'POST', body: form });
    return response.ok
      ? ((await response.json()) as Outcome)
      : { ok: false, reason: `The playground refuses that: ${await response.text()}` };
  } catch {
    return UNREACHABLE;
  }
}
