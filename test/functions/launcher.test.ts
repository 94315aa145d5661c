import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startInstance } from '../../bench/instance.ts';
import { API_KEY, type BenchWorld, NETWORK, startWorld } from '../../bench/world.ts';
import { signEvent } from '../../shared/http/signature.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

let world: BenchWorld;

beforeAll(async () => {
  world = await startWorld({ dns: 0, tls: 0 });
});

afterAll(async () => {
  await world.close();
});

function signed(body: object): RequestInit {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    ...signEvent(derivedSecret(API_KEY), 'evt_1', new Date(), text),
  };
  return { method: 'POST', headers, body: text };
}

const EVENT = { domain: 'shop.example.test', site_id: 2, network_domain: NETWORK };
const TIME = new Date().toISOString();
const VISIT = {
  ...EVENT,
  mapping_id: 'evt_1',
  interval: 300,
  aliased: false,
  stage: 'checking-ssl-cert',
  visit: 1,
  mapped_at: TIME,
  stage_started_at: TIME,
};

describe("each function by itself, as built, under Google's own launcher", () => {
  test.each([
    ['map', signed({ type: 'domain.mapped', ...EVENT }), 202],
    ['unmap', signed({ type: 'domain.removed', ...EVENT }), 200],
    [
      'check',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(VISIT) },
      200,
    ],
  ])('%s answers, configured by its variables alone', async (target, request, expected) => {
    const { instance, status } = await startInstance(PROJECT, target, world.environment, request);
    await instance.stop();
    expect(status).toBe(expected);
  });

  test('a function without its variables says that it is not configured', async () => {
    const { instance, status } = await startInstance(PROJECT, 'map', {}, signed(EVENT));
    await instance.stop();
    expect(status).toBe(500);
  });
});
