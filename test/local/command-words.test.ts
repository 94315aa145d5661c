import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { runProgram, runScript, startScript } from '../support/run-script.ts';

const SCRIPTS = [
  ...['local/main.ts', 'local/send.ts', 'local/reconcile.ts', 'local/status.ts', 'simulate/main.ts'],
  ...['bench/main.ts', 'wordpress/pack.ts', 'wordpress/collect-texts.ts'],
];

test.each(SCRIPTS)('%s --help tells how it is used, and does nothing else', async (script) => {
  const { code, out, err } = await runScript(script, ['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^npm (start|run \S+)/);
  expect(out.length).toBeLessThan(2500);
});

test.each(SCRIPTS)('%s says in one sentence which option it does not know', async (script) => {
  expect(await runScript(script, ['--sped'])).toEqual({
    code: 2,
    out: '',
    err: "Unknown option '--sped'. --help says what there is.\n",
  });
});

test.each([
  ['send', ['mapp', 'x.test'], 'mapp: say map or unmap, then the domain. --help says how.'],
  ['send', [], 'Nothing: say map or unmap, then the domain. --help says how.'],
  ['send', ['unmap'], 'unmap: which domain? --help says how.'],
  ['send', ['map', 'x.test', 'y.test'], 'y.test: one domain at a time. --help says how.'],
  ['status', ['x.test', 'y.test'], 'y.test: one domain at a time. --help says how.'],
  ['status', ['-bad-.test'], '-bad-.test: its label -bad- begins with a hyphen.'],
  ['status', ['--link'], '--link: name the domain that it is to lead to.'],
  [
    'reconcile',
    ['now'],
    expect.stringMatching(/^Unexpected argument 'now'\. .*--help says what there is\.$/),
  ],
  [
    'main',
    ['--speed', '20000'],
    '--speed 20000: name domains and give --once with it, or a number up to 600',
  ],
  ['main', ['a.test', '--speed', '601'], expect.stringContaining('a number up to 600')],
])('%s %j: one sentence', async (name, args, sentence) => {
  const { code, out, err } = await runScript(`local/${name}.ts`, args);
  expect({ code, out, err: err.trimEnd() }).toEqual({ code: 2, out: '', err: sentence });
});

describe('npm start ends quietly', () => {
  test('when its reader has gone', async () => {
    const child = startScript('local/main.ts', ['--port', '0', '--json']);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'exit');
    expect({ code: child.exitCode, err }).toEqual({ code: 141, err: '' });
  });

  test.each([
    ['SIGINT', [], 0],
    ['SIGHUP', [], 0],
    ['SIGINT', ['--once'], 130],
    ['SIGTERM', ['--once'], 143],
  ] as const)('by %s, with %j, with exit status %d', async (signal, args, expected) => {
    const child = startScript('local/main.ts', ['--port', '0', ...args]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.kill(signal));
    await once(child, 'exit');
    expect({ code: child.exitCode, err }).toEqual({ code: expected, err: '' });
  });
});

test('a terminal with 0 columns is one with 80', async () => {
  const remedy =
    'It is told here at such length that it does not go into one line of a terminal of 80 columns.';
  const body = JSON.stringify({
    ready: false,
    checks: [{ check: 'queue', state: 'bad', title: 'Wrong', remedy }],
  });
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = async (columns: number) => {
    const line = `stty cols ${columns}; '${process.execPath}' local/status.ts --url ${url}`;
    const terminal = ['/usr/bin/script', '--quiet', '--return', '--command', line, '/dev/null'];
    return await runProgram(terminal, {
      PATH: '/usr/bin:/bin',
      WEBHOOK_SECRET: 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0cw==',
    });
  };
  const [none, usual, wide] = [await at(0), await at(80), await at(200)];
  server.close();
  expect(none.out).toContain('It is told');
  expect(none.out).toBe(usual.out);
  expect(wide.out).not.toBe(usual.out);
});
