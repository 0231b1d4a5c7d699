import { REFUSALS, type Refusal } from '../refusal.js';
import { MAX_FILE_BYTES, type UploadedFile } from '../world/attachment-store.js';

/** The largest request body taken, in bytes: Discord's bound for one with files. */
const MAX_BODY_BYTES = 25 * 1024 * 1024;
const MAX_FILES = 10;

/** A request's body: JSON, or a form with `payload_json` and `files[n]`. */
export async function readBody(
  request: Request,
): Promise<{ body: unknown; files: UploadedFile[] } | Refusal> {
  const bytes = await readBytes(request);
  if (!bytes) return REFUSALS.tooLarge;
  if (bytes.byteLength === 0) return { body: undefined, files: [] };
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return parsed(new TextDecoder().decode(bytes), []);
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (!form) return REFUSALS.badForm;
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const index = /^files?\[(\d{1,2})\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    if (value.size > MAX_FILE_BYTES || files.length >= MAX_FILES) return REFUSALS.tooLarge;
    const data = new Uint8Array(await value.arrayBuffer());
    files[Number(index)] = {
      filename: value.name,
      contentType: value.type || 'application/octet-stream',
      data,
    };
  }
  const payload = form.get('payload_json');
  return parsed(typeof payload === 'string' ? payload : '{}', files.filter(Boolean));
}

function parsed(text: string, files: UploadedFile[]): { body: unknown; files: UploadedFile[] } | Refusal {
  try {
    return { body: JSON.parse(text), files };
  } catch {
    return REFUSALS.badJson;
  }
}

/** All of a body, or null when it is longer than allowed, whatever its headers say. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
