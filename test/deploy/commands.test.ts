import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, KNOWN_COMMANDS, parseCall } from './gcloud-call.ts';
import { emailOf } from './pretend-resources.ts';
import { gcloud, hasGcloud, hasShellCheck } from './real-gcloud.ts';
import { type Rehearsal, startRehearsal } from './rehearsal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = ['README.md', 'deploy/README.md', 'cloudbuild.yaml'];

let stage: Rehearsal;
let scratch: string;
/** Every call of gcloud that the scripts make: everything new, everything different, everything gone. */
let rehearsed: Call[];
/** Every command that a reader is told to give. */
let told: Call[];
let scripts: string[];

beforeAll(async () => {
  stage = await startRehearsal();
  scratch = await mkdtemp(join(tmpdir(), 'commands-'));
  // As a version before this one left it.
  stage.project
    .policyOf('secret', 'hook')
    .add(`roles/secretmanager.admin\tserviceAccount:${emailOf('closte-sync-build')}`);
  const runs = [
    await stage.setUp('_WEBHOOK_SECRET=hook', '_NETWORK_ADDRESSES=192.0.2.1,192.0.2.2'),
    await stage.deploy({ ALERT_EMAIL: 'me@example.com', WEBHOOK_SECRET: 'hook' }),
  ];
  stage.project.access.forbidsAllUsers = true;
  stage.project.policyOf('function', 'map').delete('roles/run.invoker\tallUsers');
  (stage.project.resource('queue', 'domain-checks') as { state: string; retryConfig: object }).retryConfig =
    {};
  stage.project.resource('job', 'closte-reconcile')['description'] = 'by hand';
  for (const kind of ['metric', 'dashboard']) {
    const [name = ''] = stage.project.names(kind);
    Object.assign(stage.project.resource(kind, name), { description: 'by hand', mosaicLayout: undefined });
  }
  runs.push(
    await stage.deploy({ ALERT_EMAIL: 'you@example.com' }),
    await stage.run('remove.sh', ['--yes'], {}),
  );
  rehearsed = runs.flatMap(({ calls }) => calls);

  const texts = await Promise.all(DOCUMENTS.map((file) => readFile(join(ROOT, file), 'utf8')));
  told = texts.flatMap(commandsIn).map(parseCall);
  scripts = (await readdir(join(ROOT, 'deploy'))).filter((file) => file.endsWith('.sh'));
});

afterAll(async () => {
  await stage.close();
  await rm(scratch, { recursive: true });
});

/** The words of each `gcloud …` in a text: on a line of its own, or between backticks. */
function commandsIn(text: string): string[][] {
  const found = text.matchAll(/(?:^[ #]*|`)gcloud ((?:[a-z]|--).*?)(?:`|$)/gm);
  return [...found].map(([, words = '']) => words.trim().split(/ +/)).filter((words) => words.length > 1);
}

describe('the commands of gcloud', () => {
  test('are found in the text for operators', () => {
    expect(told.map(({ command }) => command)).toEqual(
      expect.arrayContaining([
        'tasks queues pause',
        'secrets versions add',
        'run services update-traffic',
        'builds submit',
      ]),
    );
  });

  test('are all in gcloud-flags.json, each flag of it is used, and each page is the command’s', () => {
    const used = new Map<string, Set<string>>();
    for (const { command, flags } of [...rehearsed, ...told]) {
      used.set(command, new Set([...(used.get(command) ?? []), ...flags.keys()]));
    }
    for (const [command, { flags, page }] of Object.entries(KNOWN_COMMANDS)) {
      expect({ command, flags: [...(used.get(command) ?? [])].sort() }).toEqual({
        command,
        flags: [...flags].sort(),
      });
      expect(page).toBe(`https://cloud.google.com/sdk/gcloud/reference/${command.replaceAll(' ', '/')}`);
    }
  });

  test('that stand in the scripts are all rehearsed', async () => {
    const texts = await Promise.all(scripts.map((file) => readFile(join(ROOT, 'deploy', file), 'utf8')));
    const written = texts
      .flatMap((text) => [...text.matchAll(/^[^#\n]*\b(?:ask|tell|tell_patiently) ([a-z]+(?: [a-z-]+)*)/gm)])
      .map(([, words = '']) => words);
    const known = rehearsed.map(({ args }) => args.join(' '));
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter((words) => !known.some((call) => call.startsWith(words)))).toEqual([]);
  });

  // Google Cloud SDK 528, from before the policies left alpha, is the oldest that this was tried with.
  (hasGcloud ? test : test.skip)(
    'stand the test of gcloud’s own linter',
    async () => {
      const commands = oneOfEachShape([...rehearsed, ...told]).map((call) => forLinter(call, scratch));
      const file = join(scratch, 'commands.json');
      await writeFile(join(scratch, 'config.json'), '{}');
      await writeFile(file, JSON.stringify(commands.map((command) => ({ command_string: command }))));
      const { stdout } = await gcloud('meta', 'lint-gcloud-commands', `--commands-file=${file}`);
      const results = JSON.parse(stdout) as {
        command_string: string;
        success: boolean;
        error_message: string;
      }[];
      expect(results).toHaveLength(commands.length);
      expect(
        results
          .filter(({ success }) => !success)
          .map((result) => `${result.command_string}: ${result.error_message}`),
      ).toEqual([]);
    },
    180_000,
  );
});

/** The linter knows commands, and the names of their flags: of those that differ in their values only, one is enough. */
function oneOfEachShape(calls: readonly Call[]): Call[] {
  const shape = ({ command, positionals, flags }: Call) =>
    [command, positionals.length, ...[...flags.keys()].sort()].join(' ');
  return [...new Map(calls.map((call) => [shape(call), call])).values()];
}

/**
 * One command as a line of shell. The files of a rehearsal are gone by now: another stands in their place.
 */
function forLinter({ args }: Call, folder: string): string {
  const words = args.map((arg) =>
    arg.replace(/^(--(?:config|policy)-from-file)=.*/, `$1=${folder}/config.json`),
  );
  const line = ['gcloud', ...words].map((word) => `'${word}'`).join(' ');
  return line.replace("'gcloud' 'monitoring' 'policies'", "'gcloud' 'alpha' 'monitoring' 'policies'");
}

(hasShellCheck ? test : test.skip)('ShellCheck finds nothing in the scripts', async () => {
  const files = [
    ...scripts.map((file) => `deploy/${file}`),
    'test/deploy/install.sh',
    'test/deploy/stand-in/gcloud',
  ];
  const check = promisify(execFile)('shellcheck', ['--external-sources', ...files], { cwd: ROOT });
  await expect(check.catch(({ stdout }: { stdout: string }) => stdout)).resolves.toMatchObject({
    stdout: '',
  });
});
