import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ignore from 'ignore';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const leftOut = ignore().add(read('deploy/build-upload.gcloudignore'));

const IGNORED_BY_GIT = read('.gitignore').split('\n').filter(Boolean);

test.each([...IGNORED_BY_GIT, '.git/'])('%s is not uploaded for a build', (folder) => {
  expect(leftOut.ignores(folder.endsWith('/') ? `${folder}a-file` : folder.replace('*', 'a'))).toBe(true);
});

test.each([
  'package-lock.json',
  '.gcloudignore',
  'deploy/deploy.sh',
  'functions/map.ts',
  'test/deploy/build-upload.test.ts',
  'wordpress/closte-domain-sync/closte-domain-sync.php',
])('%s is uploaded: the build tests first', (file) => {
  expect(leftOut.ignores(file)).toBe(false);
});
