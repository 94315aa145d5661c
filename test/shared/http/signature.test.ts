import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { signEvent, verifyEvent } from '../../../shared/http/signature.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const BODY = '{"domain":"bücher.example","site_id":2}';
const MINUTES = 60_000;

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const verify = (headers: Record<string, string | undefined>, body = BODY, secret = SECRET) =>
  verifyEvent(secret, headers, Buffer.from(body));
const refusedFor = (word: string) => ({ ok: false, reason: expect.stringContaining(word) });

// The worked example of the Standard Webhooks libraries' own tests.
test('the published example is signed as published', () => {
  const time = new Date(1614265330 * 1000);
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
  expect(signEvent(secret, id, time, '{"test": 2432232314}')).toEqual({
    'webhook-id': id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('a signature is the HMAC-SHA256 of id, time and body under the decoded secret', () => {
  const time = new Date(1_700_000_000_900);
  const signature = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64'))
    .update(`msg_1.1700000000.${BODY}`)
    .digest('base64');
  expect(signEvent(SECRET, 'msg_1', time, BODY)['webhook-signature']).toBe(`v1,${signature}`);
});

test('what was signed is verified, and gives its id', () => {
  expect(verify({ ...signEvent(SECRET, 'msg_1', new Date(), BODY) })).toEqual({ ok: true, id: 'msg_1' });
});

test('an empty body can be signed', () => {
  expect(verify({ ...signEvent(SECRET, 'msg_1', new Date(), '') }, '')).toEqual({ ok: true, id: 'msg_1' });
});

describe('the time', () => {
  test.each([
    ['5 minutes and 1 second ago', 5 * MINUTES + 1_000],
    ['an hour ago', 60 * MINUTES],
    ['6 minutes ahead', -6 * MINUTES],
    // Half a second more: the clock may tick between signing and verifying.
    ['5 minutes and 2 seconds ahead', -(5 * MINUTES + 2_000)],
  ])('of %s is refused', (_when, milliseconds) => {
    const headers = { ...signEvent(SECRET, 'msg_1', ago(milliseconds), BODY) };
    expect(verify(headers)).toEqual(refusedFor('more than 5 minutes off'));
  });

  test.each([
    ['4 minutes and 50 seconds ago', 5 * MINUTES - 10_000],
    ['4 minutes and 50 seconds ahead', -(5 * MINUTES - 10_000)],
  ])('of %s is taken', (_when, milliseconds) => {
    expect(verify({ ...signEvent(SECRET, 'msg_1', ago(milliseconds), BODY) }).ok).toBe(true);
  });

  test('that is no number cannot be read', () => {
    const headers = { ...signEvent(SECRET, 'msg_1', new Date(), BODY), 'webhook-timestamp': 'now' };
    expect(verify(headers)).toEqual(refusedFor('cannot be read'));
  });
});

describe('what was changed after signing is refused:', () => {
  const good = () => ({ ...signEvent(SECRET, 'msg_1', new Date(), BODY) });
  const seconds = (by: number) => String(Math.floor(Date.now() / 1000) + by);
  test.each<[string, () => ReturnType<typeof verify>]>([
    ['the body', () => verify(good(), `${BODY} `)],
    ['the secret', () => verify(good(), BODY, derivedSecret('another key'))],
    ['the id', () => verify({ ...good(), 'webhook-id': 'msg_2' })],
    ['the time', () => verify({ ...good(), 'webhook-timestamp': seconds(-60) })],
    ['a bit of the signature', () => verify({ ...good(), 'webhook-signature': `v1,${'A'.repeat(43)}=` })],
    ['the length of the signature', () => verify({ ...good(), 'webhook-signature': 'v1,AAAA' })],
    ['the version', () => verify({ ...good(), 'webhook-signature': 'v2,AAAA' })],
    ['the form', () => verify({ ...good(), 'webhook-signature': 'v1' })],
    ['the signature to nothing', () => verify({ ...good(), 'webhook-signature': 'v1,' })],
  ])('%s', (_what, result) => {
    expect(result()).toEqual(refusedFor('does not match'));
  });
});

describe('a header that is missing is named:', () => {
  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('%s', (name) => {
    for (const value of [undefined, '']) {
      const headers = { ...signEvent(SECRET, 'msg_1', new Date(), BODY), [name]: value };
      expect(verify(headers)).toEqual(refusedFor(name));
    }
  });

  test('all of them', () => {
    expect(verify({})).toEqual(refusedFor('webhook-id, webhook-timestamp, webhook-signature'));
  });
});

test('one good signature among several is enough, as when a secret is replaced', () => {
  const time = new Date();
  const old = signEvent(derivedSecret('old'), 'msg_1', time, BODY)['webhook-signature'];
  const good = signEvent(SECRET, 'msg_1', time, BODY);
  for (const several of [
    `${old} ${good['webhook-signature']}`,
    `v1a,xyz ${good['webhook-signature']} ${old}`,
  ]) {
    expect(verify({ ...good, 'webhook-signature': several })).toEqual({ ok: true, id: 'msg_1' });
  }
  expect(verify({ ...good, 'webhook-signature': `${old} v1a,xyz` })).toEqual(refusedFor('does not match'));
});

test('no reason shows a header, the secret or the signature that would be right', () => {
  const good = signEvent(SECRET, 'msg_1', new Date(), BODY);
  const reasons = JSON.stringify([
    verify({ ...good }, 'x'),
    verify({ ...good, 'webhook-timestamp': '0' }),
    verify({ ...good, 'webhook-timestamp': 'x' }),
    verify({ ...good, 'webhook-id': '' }),
  ]);
  for (const secret of [SECRET, SECRET.slice(6), good['webhook-signature'].slice(3), 'msg_1']) {
    expect(reasons).not.toContain(secret);
  }
});
