import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { z } from 'zod';
import { text } from './text.js';

/** Discord's rule for the names of slash commands and their options; capital letters are refused too. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_CHARACTERS = 8000;

function fault(code: string, message: string, path: PropertyKey[], input: unknown) {
  return { code: 'custom' as const, params: { code }, message, path, input };
}

const slashName = text(1, 32).check(({ value, issues }) => {
  if (!NAME.test(value) || value !== value.toLowerCase())
    issues.push(fault('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid', [], value));
});
const localizations = (max: number) => z.record(z.string(), text(1, max)).nullish();

const optionBase = {
  name: slashName,
  name_localizations: localizations(32),
  description: text(1, 100),
  description_localizations: localizations(100),
};
const choices = z
  .array(
    z.object({
      name: text(1, 100),
      name_localizations: localizations(100),
      value: z.union([text(0, 100), z.number()]),
    }),
  )
  .max(25)
  .nullish();
const valueOption = z
  .object({
    ...optionBase,
    type: z.literal([
      Option.String,
      Option.Integer,
      Option.Boolean,
      Option.User,
      Option.Channel,
      Option.Role,
      Option.Mentionable,
      Option.Number,
      Option.Attachment,
    ]),
    required: z.boolean().nullish(),
    choices,
    autocomplete: z.boolean().nullish(),
    channel_types: z.array(z.int()).nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: z.int().min(0).max(6000).nullish(),
    max_length: z.int().min(1).max(6000).nullish(),
  })
  .check(({ value, issues }) => {
    if (value.autocomplete && value.choices && value.choices.length > 0)
      issues.push(
        fault(
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
          'Choices and autocomplete cannot both be set',
          ['autocomplete'],
          value,
        ),
      );
  });
export type ValueOption = z.output<typeof valueOption>;

const subcommand = z.object({
  ...optionBase,
  type: z.literal(Option.Subcommand),
  options: z.array(valueOption).max(25).check(checkOrder).nullish(),
});
const group = z.object({
  ...optionBase,
  type: z.literal(Option.SubcommandGroup),
  options: z.array(subcommand).max(25).check(checkOrder).nullish(),
});
const anyOption = z.discriminatedUnion('type', [valueOption, subcommand, group]);
export type AnyOption = z.output<typeof anyOption>;

interface Ordered {
  name: string;
  required?: boolean | null | undefined;
}

function checkOrder({ value, issues }: z.core.ParsePayload<Ordered[]>): void {
  const names = new Set<string>();
  let optionalSeen = false;
  for (const [index, option] of value.entries()) {
    if (names.has(option.name))
      issues.push(
        fault(
          'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
          'Option name already exists',
          [index, 'name'],
          value,
        ),
      );
    names.add(option.name);
    const isRequired = option.required === true;
    if (isRequired && optionalSeen)
      issues.push(
        fault(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          [index],
          value,
        ),
      );
    if (!isRequired) optionalSeen = true;
  }
}

/** Characters of a command that count towards Discord's 8,000. */
function commandCharacters(node: {
  name?: string | undefined;
  description?: string | null | undefined;
  options?: readonly AnyOption[] | null | undefined;
}): number {
  let sum = (node.name ?? '').length + (node.description ?? '').length;
  for (const option of node.options ?? []) {
    sum += commandCharacters(
      'options' in option ? option : { name: option.name, description: option.description },
    );
    if ('choices' in option)
      for (const choice of option.choices ?? []) sum += choice.name.length + String(choice.value).length;
  }
  return sum;
}

const permissions = z
  .union([z.string().regex(/^\d+$/), z.int().min(0)])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : String(value)));

/** A command as an application registers it. */
export const commandSchema = z
  .object({
    id: z.string().nullish(),
    type: z
      .literal([1, 2, 3])
      .nullish()
      .transform((type) => type ?? 1),
    name: text(1, 32),
    name_localizations: localizations(32),
    description: text(0, 100).nullish(),
    description_localizations: localizations(100),
    options: z.array(anyOption).max(25).check(checkOrder).nullish(),
    default_member_permissions: permissions,
    dm_permission: z.boolean().nullish(),
    contexts: z.array(z.literal([0, 1, 2])).nullish(),
    integration_types: z.array(z.literal([0, 1])).nullish(),
    nsfw: z.boolean().nullish(),
  })
  .check(({ value, issues }) => {
    if (value.type !== 1) {
      if (value.description)
        issues.push(
          fault(
            'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
            'Context menu commands cannot have description',
            ['description'],
            value,
          ),
        );
      return;
    }
    if (!value.description)
      issues.push(fault('BASE_TYPE_REQUIRED', 'This field is required', ['description'], value));
    if (!NAME.test(value.name) || value.name !== value.name.toLowerCase())
      issues.push(fault('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid', ['name'], value));
    if (commandCharacters(value) > COMMAND_CHARACTERS)
      issues.push(fault('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)', [], value));
  });
export type CommandForm = z.output<typeof commandSchema>;
