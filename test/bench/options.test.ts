import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { BENCHMARKS, parseOptions } from '../../bench/options.ts';
import { runScript } from '../support/run-script.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run bench', () => {
  test('measures all where nothing is said, and else what is named', () => {
    expect(parseOptions([])).toEqual({ kind: 'run', names: BENCHMARKS, against: undefined });
    expect(parseOptions(['reconcile', '--against', PROJECT])).toEqual({
      kind: 'run',
      names: ['reconcile'],
      against: PROJECT.replace(/\/$/, ''),
    });
  });

  test.each([
    [['reconciled'], 'reconciled: there are cold-start, throughput, reconcile'],
    [['--against', '/nowhere'], '--against /nowhere: there is no build/index.cjs; run npm ci there'],
    [['--agains', 'x'], "Unknown option '--agains'"],
  ])('%j is refused', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });

  test('says how it is used, and what is wrong, before it measures', async () => {
    expect(await runScript('bench/main.ts', ['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run bench -- [name …] [options]'),
    });
    expect(await runScript('bench/main.ts', ['quick'])).toEqual({
      code: 2,
      out: '',
      err: 'quick: there are cold-start, throughput, reconcile\n',
    });
  });
});
