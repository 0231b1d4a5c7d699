import type { APIAttachment } from 'discord-api-types/v10';
import { nextId } from '../next-id.js';

/** Discord's limit for one file, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** What is kept in memory in all, in bytes; the oldest files go first. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/** A file as it was uploaded. */
export interface UploadedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** Files sent with messages and commands, kept in memory and served by `path`. */
export class AttachmentStore {
  readonly #files = new Map<string, UploadedFile>();
  #bytes = 0;

  constructor(private readonly origin: () => string) {}

  /** Keeps a file and describes it as Discord does. Its size must have been checked. */
  add(channelId: string, file: UploadedFile, description?: string | null): APIAttachment {
    const id = nextId();
    const filename = file.filename.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(-200) || 'file';
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    this.#files.set(id, file);
    this.#bytes += file.data.byteLength;
    for (const [oldId, old] of this.#files) {
      if (this.#bytes <= MAX_KEPT_BYTES || oldId === id) break;
      this.#files.delete(oldId);
      this.#bytes -= old.data.byteLength;
    }
    const url = `${this.origin()}${path}`;
    return {
      id,
      filename,
      size: file.data.byteLength,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(description ? { description } : {}),
    };
  }

  get(id: string): UploadedFile | undefined {
    return this.#files.get(id);
  }
}
