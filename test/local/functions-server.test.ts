import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningStack, runStack } from '../support/running-stack.ts';

let stack: RunningStack;

beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.close());

describe.each(['map', 'unmap', 'check', 'reconcile', 'status'])(
  '%s, in the embedded stack, refuses',
  (name) => {
    const post = async (body: string | Buffer<ArrayBuffer>, headers: Record<string, string>) => {
      const response = await fetch(`${stack.url}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body,
      });
      return [response.status, ((await response.json()) as { code: string }).code];
    };

    test('a body of 16 KiB and a byte', async () => {
      expect(await post('x'.repeat(16 * 1024 + 1), {})).toEqual([413, 'body-too-large']);
    });

    test('a compressed body', async () => {
      expect(await post(gzipSync('{}'), { 'content-encoding': 'gzip' })).toEqual([
        415,
        'unsupported-media-type',
      ]);
    });
  },
);
