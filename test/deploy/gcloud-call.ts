import { readFileSync } from 'node:fs';

/** What is used of gcloud: each command with its flags, and the page that documents them. */
interface KnownCommand {
  readonly page: string;
  readonly flags: readonly string[];
}

export const KNOWN_COMMANDS = (
  JSON.parse(readFileSync(new URL('gcloud-flags.json', import.meta.url), 'utf8')) as {
    commands: Record<string, KnownCommand>;
  }
).commands;

/** A call of gcloud, taken apart. */
export interface Call {
  readonly args: readonly string[];
  /** Such as `tasks queues create`. */
  readonly command: string;
  readonly positionals: readonly string[];
  /** By name, without the hyphens; an empty text for a flag without a value. */
  readonly flags: ReadonlyMap<string, string>;
}

/** @throws Error if the command, or one of its flags, is not in gcloud-flags.json. */
export function parseCall(args: readonly string[]): Call {
  const firstFlag = args.findIndex((arg) => arg.startsWith('--'));
  const words = firstFlag === -1 ? args : args.slice(0, firstFlag);
  const lengths = words.map((_, index) => words.length - index);
  const command = lengths
    .map((length) => words.slice(0, length).join(' '))
    .find((candidate) => candidate in KNOWN_COMMANDS);
  const known = command === undefined ? undefined : KNOWN_COMMANDS[command];
  if (command === undefined || known === undefined)
    throw new Error(`gcloud ${words.join(' ')}: no such command`);

  const rest = args.slice(command.split(' ').length);
  const flags = new Map<string, string>();
  for (const flag of rest.filter((arg) => arg.startsWith('--'))) {
    const [, name = '', value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(flag) ?? [];
    if (!known.flags.includes(name)) throw new Error(`gcloud ${command}: no such flag --${name}`);
    flags.set(name, value);
  }
  return { args, command, positionals: rest.filter((arg) => !arg.startsWith('--')), flags };
}

/** Whether a call only asks. */
export function isQuestion(command: string): boolean {
  return /(^| )(list|describe|get-iam-policy|get-value)$/.test(command);
}

/**
 * What gcloud prints for `--format=value(…)` of these resources: a line for each, columns between tabs. Knows
 * paths, `[0]`, `['key']` and `.basename()` (https://cloud.google.com/sdk/gcloud/reference/topic/projections).
 */
export function formatted(resources: readonly object[], format: string): string {
  if (format === 'none') return '';
  const columns = /^value\((.*)\)$/.exec(format)?.[1]?.split(',');
  if (columns === undefined) throw new Error(`--format=${format} is not understood`);
  return resources
    .map((resource) => `${columns.map((column) => valueAt(resource, column)).join('\t')}\n`)
    .join('');
}

function valueAt(resource: object, column: string): string {
  const isBasename = column.endsWith('.basename()');
  // A key between quotes may have dots in it.
  const [, front = column, quoted] = /^(.*)\['(.*)'\]$/.exec(column) ?? [];
  const path = front
    .replace(/\.basename\(\)$/, '')
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .concat(quoted ?? []);
  let value: unknown = resource;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  const text = value === undefined ? '' : String(value);
  return isBasename ? (text.split('/').at(-1) ?? '') : text;
}
