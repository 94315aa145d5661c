import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../simulate/options.ts';
import { runScript } from '../support/run-script.ts';

const run = (...args: string[]) => runScript('simulate/main.ts', args);

describe('npm run simulate', () => {
  test('reports what is supposed, what became of the mappings, what it took and what it costs', async () => {
    const { code, out, err } = await run('--domains', '1000', '--days', '1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^A network of 1,000 domains over one day \(seed 1\)$/m);
    expect(out).toMatch(/^ {2}DNS comes right +35 % at once; 45 % later/m);
    expect(out).toMatch(/^ {2}new mappings +11 +11$/m);
    expect(out).toMatch(/^ {2}invocations +map 11, unmap 0, check 1,\d{3}, reconcile 96$/m);
    expect(out).toMatch(/^ {2}Cloud Tasks +[\d,]+ operations +1,000,000 +0\.4 per 1,000,000 +\$0\.00$/m);
    expect(out).toContain('All that was used in one day is taken 30 times');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('gives the same as JSON', async () => {
    const { code, out } = await run('--domains', '10', '--days', '1', '--seed', '7', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scenario: { domains: 10, days: 1, seed: 7 },
      ours: { outcomes: { 'lost-alias': 0 } },
      bill: { total: 0 },
    });
  });

  test('says how it is used', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('npm run simulate -- [options]');
  });

  test('says what is wrong, and does nothing', async () => {
    expect(await run('--domains', 'many')).toEqual({
      code: 2,
      out: '',
      err: '--domains many: give a whole number from 1 to 100000\n',
    });
  });
});

test.each([
  [['--domains', '0'], '--domains 0: give a whole number from 1 to 100000'],
  [['--domains', '100001'], '--domains 100001: give'],
  [['--days', '1.5'], '--days 1.5: give a whole number from 1 to 90'],
  [['--days', ''], '--days : give a whole number'],
  [['--seed', '-1'], "'--seed'"],
  [['--import', '100001'], '--import 100001: give a whole number from 0 to 100000'],
  [['--seed=4294967296'], '--seed 4294967296: give a whole number from 0 to 4294967295'],
  [['--domain', '5'], "Unknown option '--domain'"],
  [['5'], "Unexpected argument '5'"],
])('%j is refused', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});

test('nothing said means a month of 1,000 domains', () => {
  expect(parseOptions([])).toEqual({
    kind: 'run',
    domains: 1000,
    days: 30,
    imported: undefined,
    seed: 1,
    json: false,
  });
});
