import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LOCATION, startWorld, type World } from './harness.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const name = `${LOCATION}/queues/domain-checks/tasks/a`;

/** The headers of the requests that the worker received, in their order. */
const received = () => world.worker.received.map(({ headers }) => headers);

describe('the headers of a delivery', () => {
  test('name the task and its queue, with the time for which it was scheduled', async () => {
    const { seconds } = world.inSeconds(60);
    await world.createTask({ name, scheduleTime: { seconds, nanos: 250_000_000 } });
    await world.run();
    const [headers] = received();
    expect(headers).toMatchObject({
      'user-agent': 'Google-Cloud-Tasks',
      'content-type': 'application/octet-stream',
      'content-length': '0',
      'x-cloudtasks-queuename': 'domain-checks',
      'x-cloudtasks-taskname': 'a',
      'x-cloudtasks-taskretrycount': '0',
      'x-cloudtasks-taskexecutioncount': '0',
      'x-cloudtasks-tasketa': `${seconds}.250000`,
    });
    expect(headers).not.toHaveProperty('x-cloudtasks-taskpreviousresponse');
    expect(headers).not.toHaveProperty('x-cloudtasks-taskretryreason');
    expect(headers).not.toHaveProperty('authorization');
  });

  test('of a retry count the attempts, and those that the worker answered with other than 5xx', async () => {
    const replies = [503, 404, 200];
    world.worker.reply = () => replies.shift() ?? 200;
    await world.createTask({ name });
    await world.run();
    const seen = received().map((headers) => [
      headers['x-cloudtasks-taskretrycount'],
      headers['x-cloudtasks-taskexecutioncount'],
      headers['x-cloudtasks-taskpreviousresponse'],
      headers['x-cloudtasks-taskretryreason'],
    ]);
    expect(seen).toEqual([
      ['0', '0', undefined, undefined],
      ['1', '0', '503', 'HTTP status code 503'],
      ['2', '1', '404', 'HTTP status code 404'],
    ]);
  });

  test('of a retry after a broken connection have a reason and no previous response', async () => {
    const replies = [true, false];
    world.worker.reply = () => (replies.shift() ? (response) => response.destroy() : 200);
    await world.createTask({ name });
    await world.run();
    expect(received()[1]).toMatchObject({ 'x-cloudtasks-taskretryreason': 'connection failed: ECONNRESET' });
    expect(received()[1]).not.toHaveProperty('x-cloudtasks-taskpreviousresponse');
  });

  test("are the task's own as well, but for those that the queue sets", async () => {
    const own = {
      'Content-Type': 'application/json',
      'X-Trace': 'abc',
      Authorization: 'Basic eDp5',
      Host: 'elsewhere.test',
      'Content-Length': '999',
      'User-Agent': 'mine',
      'Transfer-Encoding': 'chunked',
      'X-CloudTasks-TaskName': 'forged',
      'x-cloudtasks-other': 'forged',
      'X-Google-Thing': 'forged',
      'X-AppEngine-Thing': 'forged',
    };
    await world.createTask({ name }, { headers: own, body: Buffer.from('{}') });
    await world.run();
    const [headers] = received();
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': '2',
      'x-trace': 'abc',
      authorization: 'Basic eDp5',
      host: new URL(world.worker.url).host,
      'user-agent': 'Google-Cloud-Tasks',
      'x-cloudtasks-taskname': 'a',
    });
    expect(Object.keys(headers ?? {}).filter((key) => /other|thing|transfer/.test(key))).toEqual([]);
  });

  test('say nothing of a body where the method has none', async () => {
    await world.createTask({ name }, { httpMethod: 'GET' });
    await world.run();
    expect(world.worker.received).toMatchObject([{ method: 'GET', body: '' }]);
    expect(received()[0]).not.toHaveProperty('content-type');
    expect(received()[0]).not.toHaveProperty('content-length');
  });
});

describe('the identity token', () => {
  const serviceAccountEmail = 'queue@demo.iam.gserviceaccount.com';

  async function tokenOf(oidcToken: { serviceAccountEmail: string; audience?: string }) {
    await world.createTask({ name }, { oidcToken, headers: { authorization: 'Basic eDp5' } });
    await world.run();
    const [, token = ''] = /^Bearer (.+)$/.exec(received()[0]?.authorization ?? '') ?? [];
    const [header = '', claims = '', signature] = token.split('.');
    const decode = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    return { header: decode(header), claims: decode(claims), signature };
  }

  test("replaces the task's own Authorization and names audience and account, unsigned", async () => {
    const issuedAt = world.clock.now().getTime() / 1000;
    expect(await tokenOf({ serviceAccountEmail, audience: 'https://check.test/' })).toEqual({
      header: { alg: 'none', typ: 'JWT' },
      claims: {
        iss: 'https://accounts.google.com',
        aud: 'https://check.test/',
        sub: serviceAccountEmail,
        azp: serviceAccountEmail,
        email: serviceAccountEmail,
        email_verified: true,
        iat: issuedAt,
        exp: issuedAt + 3600,
      },
      signature: '',
    });
  });

  test('is for the URL where no audience is given', async () => {
    expect(await tokenOf({ serviceAccountEmail })).toMatchObject({
      claims: { aud: `${world.worker.url}/check` },
    });
  });
});
