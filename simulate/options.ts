import { readArguments } from '../local/arguments.ts';

export const HELP = `npm run simulate -- [options]

Plays a month of a network through the functions' own code, in simulated time, and tells what that
takes, what becomes of the mappings, and what it costs. Needs no account and no network.

  --domains N    domains that are mapped and done at the start (1,000; up to 100,000)
  --days N       days that are played (30; up to 90)
  --import N     domains that are imported at once (1 % of the network)
  --seed N       what is drawn by lot is the same for the same seed (1)
  --json         everything as JSON
`;

/** A month of more takes longer than anybody waits for. */
const MOST_DOMAINS = 100_000;
const MOST_DAYS = 90;
const MOST_SEED = 2 ** 32 - 1;

type Options =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly domains: number;
      readonly days: number;
      /** Undefined for the usual share of the network. */
      readonly imported: number | undefined;
      readonly seed: number;
      readonly json: boolean;
    };

/** @throws Error that says which option is wrong */
export function parseOptions(args: readonly string[]): Options {
  const { values } = readArguments(
    {
      options: {
        domains: { type: 'string', default: '1000' },
        days: { type: 'string', default: '30' },
        import: { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    args,
  );
  if (values.help) return { kind: 'help' };
  return {
    kind: 'run',
    domains: wholeNumber('domains', values.domains, 1, MOST_DOMAINS),
    days: wholeNumber('days', values.days, 1, MOST_DAYS),
    imported: values.import === undefined ? undefined : wholeNumber('import', values.import, 0, MOST_DOMAINS),
    seed: wholeNumber('seed', values.seed, 0, MOST_SEED),
    json: values.json,
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`--${option} ${text}: give a whole number from ${least} to ${most}`);
}
