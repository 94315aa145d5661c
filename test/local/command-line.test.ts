import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { runScript, startScript } from '../support/run-script.ts';

const run = (name: string, ...args: string[]) => runScript(`local/${name}.ts`, args);

describe('npm start', () => {
  test('follows several domains at once, a wildcard too, and exits with 0 when all are done', async () => {
    const { code, out, err } = await run('main', 'a.test', '*.b.test', '--once', '--speed', '600');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/domain\.done +a\.test is done/);
    expect(out).toMatch(/domain\.done +\*\.b\.test is done/);
  });

  test('exits with 1 when a domain fails, and says what was seen where and what to change', async () => {
    const { code, out } = await run('main', 'never.example.test', '--once', '--speed', '100000');
    expect(code).toBe(1);
    expect(out).toMatch(
      /domain\.failed +never\.example\.test failed: .* within 7 days; .*127\.0\.0\.1:\d+ see no such name\. Set a CNAME record for never\.example\.test \(host name: never\) to network\.test/,
    );
  });

  test('exits with 1 when a domain is refused, and says why', async () => {
    const { code, out } = await run('main', 'https://a.test/', '--once');
    expect(code).toBe(1);
    expect(out).toContain('it contains a scheme such as https://; give the bare name');
  });

  test('prints the entries as Cloud Logging would get them', async () => {
    const { out } = await run('main', 'blog.network.test', '--once', '--json', '--speed', '600');
    const entries = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.map((entry) => entry['event']).filter(Boolean)).toEqual([
      'domain.mapped',
      'dns.ready',
      'certificate.ready',
      'domain.done',
    ]);
  });

  test.each([
    [['--speed', 'fast'], '--speed fast: give a number above 0, up to 100000'],
    [['--port', '70000'], '--port 70000: give a port, or 0 for any free one'],
    [['--sped', '2'], "Unknown option '--sped'"],
    [['--live'], '--live needs to know the network'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await run('main', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

test('npm start ends with what can be done next with the domain that was named, and its page calls the time emulated', async () => {
  const child = startScript('local/main.ts', ['*.wild.test', '--port', '0', '--speed', '600']);
  let out = '';
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.includes('Ctrl-C ends it.')) resolve();
    });
  });
  const closing = out.slice(out.indexOf('It stays up.'));
  expect(closing).toContain("npm run send -- unmap '*.wild.test' ");
  expect(closing).toContain("npm run status -- '*.wild.test' ");
  expect(closing).not.toContain('shop.example.test');
  const page = await fetch(/http\S*\?domain=\S*/.exec(closing)?.[0] ?? '');
  const html = await page.text();
  child.kill('SIGINT');
  await once(child, 'exit');
  expect(page.status).toBe(200);
  expect(html).toMatch(
    /<body>\n<p>npm start: the time on this page is emulated, 600 times as fast as real time\.<\/p>[\s\S]*wild\.test[\s\S]*<\/html>/,
  );
});

test('npm start says so when its port is taken, and ends', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { code, err } = await run('main', '--port', String(port));
  server.close();
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringMatching(
      /EADDRINUSE.*\nAnother npm start may be up: end it with Ctrl-C there, or choose another port with --port\.\n$/,
    ),
  });
});

describe('npm run send', () => {
  test('says so when nobody listens', async () => {
    const { code, err } = await run('send', 'map', 'a.test', '--url', 'http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(err).toContain('fetch failed');
  });

  test('does not send what it cannot sign', async () => {
    const { code, err } = await run('send', 'map', 'a.test', '--url', 'https://functions.example');
    expect(code).toBe(2);
    expect(err).toContain('Set WEBHOOK_SECRET or CLOSTE_CLIENT_API_KEY');
  });

  test('sends a signed event to the stack', async () => {
    const stack = startScript('local/main.ts', ['--port', '0']);
    const url = await new Promise<string>((resolve) => {
      stack.stdout.on('data', (chunk) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    const { code, out } = await run('send', 'map', 'b.test', '--url', url, '--id', 'evt_sent');
    stack.kill('SIGTERM');
    await once(stack, 'exit');
    expect(out).toMatch(/^HTTP 202\n/);
    expect(JSON.parse(out.split('\n')[1] ?? '')).toMatchObject({ mapping_id: 'evt_sent', domain: 'b.test' });
    expect({ code, ended: stack.exitCode }).toEqual({ code: 0, ended: 0 });
  });
});
