import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { type OptionValues, valueOptions } from '../member/command-input.js';
import { MemberError } from '../member/member-error.js';
import type { RegisteredCommand } from '../world/command-registry.js';

/**
 * Reads the files whose paths were typed for options that take a file.
 * @throws MemberError (as a rejection) when one cannot be read
 */
export async function attachFiles(
  values: OptionValues,
  command: RegisteredCommand,
  subcommand: string | undefined,
): Promise<OptionValues> {
  const attached: Record<string, OptionValues[string]> = { ...values };
  for (const { name, type } of valueOptions(command, subcommand)) {
    const path = values[name];
    if (type !== Option.Attachment || typeof path !== 'string') continue;
    const data = await readFile(path).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new MemberError('invalid-option', `${path} cannot be read (${code}).`);
    });
    attached[name] = { filename: basename(path), contentType: 'application/octet-stream', data };
  }
  return attached;
}
