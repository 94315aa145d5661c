import { expect, test } from '@jest/globals';
import { functionUrl } from '../../local/command.ts';

test.each([
  ['https://functions.example', 'https://functions.example/status'],
  ['https://functions.example/', 'https://functions.example/status'],
  ['https://functions.example/status', 'https://functions.example/status'],
  ['https://functions.example/acme-', 'https://functions.example/acme-status'],
  ['https://functions.example/acme-status', 'https://functions.example/acme-status'],
  ['https://functions.example/my-status/', 'https://functions.example/my-status'],
  ['https://my-status', 'https://my-status/status'],
])('the function status, by %s, is at %s', (given, url) => {
  expect(functionUrl(given, 'status')).toBe(url);
});
