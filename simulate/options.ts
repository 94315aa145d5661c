import { parseArgs } from 'node:util';

export const HELP = `npm run simulate -- [options]

Plays a month of a network through the functions' own code, in simulated time, and tells what that
takes, what becomes of the mappings, and what it costs. Needs no account and no network.

  --domains N    domains that are mapped and done at the start (1,000; up to 100,000)
  --days N       days that are played (30; up to 90)
  --seed N       what is drawn by lot is the same for the same seed (1)
  --json         everything as JSON
`;

/**
 * Closte's list is read up to this many domains, and the daily checks at more of them do not fit into their
 * hours.
 */
const MOST_DOMAINS = 100_000;
const MOST_DAYS = 90;
const MOST_SEED = 2 ** 32 - 1;

type Options =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly domains: number;
      readonly days: number;
      readonly seed: number;
      readonly json: boolean;
    };

/** @throws Error that says which option is wrong */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      domains: { type: 'string', default: '1000' },
      days: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  return {
    kind: 'run',
    domains: wholeNumber('domains', values.domains, 1, MOST_DOMAINS),
    days: wholeNumber('days', values.days, 1, MOST_DAYS),
    seed: wholeNumber('seed', values.seed, 0, MOST_SEED),
    json: values.json,
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`--${option} ${text}: give a whole number from ${least} to ${most}`);
}
