import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments } from '../local/arguments.ts';

export const BENCHMARKS = ['cold-start', 'throughput', 'reconcile'] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

export const HELP = `npm run bench -- [name …] [options]

Measures this machine's time and memory for what is deployed. Without a name, all of it: some minutes.

  cold-start     from the start of an instance to its first answer
  throughput     checks per second of one instance, and its memory
  reconcile      both lists read and compared, and tasks made

  --against DIR  another checkout of this project, with its packages and built (npm ci): it is measured
                 by turns with this one, and told as ratios
`;

type Options =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly names: readonly Benchmark[];
      /** The other checkout. */
      readonly against: string | undefined;
    };

/** @throws Error that says what is wrong */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: { against: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    },
    args,
  );
  if (values.help) return { kind: 'help' };
  const names = positionals.map((name) => {
    const known = BENCHMARKS.find((benchmark) => benchmark === name);
    if (known === undefined) throw new Error(`${name}: there are ${BENCHMARKS.join(', ')}`);
    return known;
  });
  const against = values.against === undefined ? undefined : resolve(values.against);
  if (against !== undefined && !existsSync(join(against, 'build/index.cjs')))
    throw new Error(`--against ${values.against}: there is no build/index.cjs; run npm ci there`);
  return { kind: 'run', names: names.length === 0 ? BENCHMARKS : names, against };
}
