import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';

const PROJECT = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, PROJECT), 'utf8');

const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown };

interface Build {
  readonly steps: readonly {
    readonly id: string;
    readonly args: readonly string[];
    readonly env?: readonly string[];
  }[];
  readonly substitutions: Readonly<Record<string, string>>;
}

const TEXT = read('cloudbuild.yaml');
const BUILD = load(TEXT) as Build;
const TESTS = load(read('deploy/test-build.yaml')) as Build;

const follows = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(read('test/deploy/cloudbuild-schema.json')),
);

describe('cloudbuild.yaml', () => {
  test('is a build configuration', () => {
    expect({ follows: follows(BUILD), errors: follows.errors }).toEqual({ follows: true, errors: null });
  });

  test('deploys what was copied', () => {
    expect(BUILD.steps.map(({ id }) => id)).toEqual(['copy-deployed-files', 'deploy']);
    const [copy, deploy] = BUILD.steps;
    const folder = /deployed-files\.ts (\S+)/.exec(copy?.args.at(-1) ?? '')?.[1];
    expect(deploy?.env).toContain(`SOURCE=${folder}`);
  });

  test('lets no package run a script of its own, and runs no test', () => {
    const commands = BUILD.steps.flatMap(({ args }) => args).join('\n');
    expect(commands.match(/\bnpm .*/g)).toEqual(['npm ci --ignore-scripts', 'npm run build']);
  });

  // Cloud Build refuses a substitution that is given and not used, and one that is used and not given
  // (https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values).
  test('uses every substitution, and gives a default to every one that it uses', () => {
    const used = [...TEXT.matchAll(/\$(_\w+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(BUILD.substitutions).sort());
  });

  test('gives deploy.sh only variables that it reads', () => {
    const folder = new URL('deploy/', PROJECT);
    const scripts = readdirSync(folder)
      .filter((file) => file.endsWith('.sh'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    const names = BUILD.steps.at(-1)?.env?.map((pair) => pair.split('=')[0] ?? '') ?? [];
    const unread = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(scripts));
    expect(unread).toEqual([]);
  });

  test('the README tells of every substitution', () => {
    const readme = read('deploy/README.md');
    const untold = Object.keys(BUILD.substitutions).filter((name) => !readme.includes(`\`${name}\``));
    expect(untold).toEqual([]);
  });
});

describe('deploy/test-build.yaml', () => {
  test('is a build configuration', () => {
    expect({ follows: follows(TESTS), errors: follows.errors }).toEqual({ follows: true, errors: null });
  });

  test('tests, and does nothing else', () => {
    expect(TESTS.steps.map(({ id }) => id)).toEqual(['test']);
    expect(TESTS.steps[0]?.args.at(-1)).toMatch(/npm ci\nnpm run check\nnpm test\nnpm run test:deploy\n$/);
  });
});
