import domain from 'node:domain';
import type { RequestListener, Server } from 'node:http';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runWithoutDomains } from '../../functions/without-domains.ts';
import { listen } from '../../local/listener.ts';

const { create } = domain;

beforeEach(runWithoutDomains);

afterEach(() => {
  domain.create = create;
});

async function answerOf(act: RequestListener): Promise<Response> {
  http('without-domains', act);
  const { host, port, close } = await listen(getTestServer('without-domains') as Server, '127.0.0.1', 0);
  try {
    return await fetch(`http://${host}:${port}`);
  } finally {
    await close();
  }
}

describe('a request under the functions framework', () => {
  test('runs in no domain', async () => {
    let seen: unknown = 'nothing';
    const response = await answerOf((_, reply) => {
      seen = (process as { domain?: unknown }).domain;
      reply.end('answered');
    });
    expect(await response.text()).toBe('answered');
    expect(seen ?? undefined).toBeUndefined();
  });

  test('is answered for where what it awaits fails', async () => {
    const response = await answerOf(async () => {
      throw new Error('unforeseen');
    });
    expect(response.status).toBe(500);
  });
});
