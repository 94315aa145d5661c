import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '../support/run-script.ts';
import { type Call, isQuestion, parseCall } from './gcloud-call.ts';
import { GcloudError, PROJECT, PretendProject } from './pretend-project.ts';

const STAND_IN = fileURLToPath(new URL('stand-in', import.meta.url));
/** A function comes before a program of its name, and starts no other shell: a deployment calls gcloud some hundred times. */
const STAND_IN_FUNCTION = `() { ( ${readFileSync(join(STAND_IN, 'gcloud'), 'utf8').replace(/^#.*\n/gm, '')} ); }`;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEPLOY = join(ROOT, 'deploy');

/**
 * All that the scripts use beside gcloud. Nothing else is in their reach: where a real gcloud is installed,
 * and knows an account, a rehearsal must not find it whatever goes wrong.
 */
const TOOLS = [
  ...[
    'awk',
    'basename',
    'bash',
    'cat',
    'cut',
    'dirname',
    'find',
    'grep',
    'mkdir',
    'mktemp',
    'mv',
    'rm',
    'sed',
  ],
  ...['sha256sum', 'sleep', 'sort', 'xargs'],
];

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Every call of gcloud, in order. */
  readonly calls: readonly Call[];
  /** The calls that change something, without their flags. */
  readonly changes: readonly string[];
}

/** A stage on which the scripts of deploy/ run, with a stand-in in gcloud's place and a pretended project. */
export interface Rehearsal {
  readonly project: PretendProject;
  /** A folder with what is deployed: what it holds is not looked at here. */
  readonly source: string;
  /** Where its programs are, gcloud's stand-in among them: one that is taken away is not there. */
  readonly tools: string;
  /** Where the settings of the networks stand. */
  readonly networks: string;
  /** From now on a call that begins so fails, or none. */
  failAt(beginning: string | undefined): void;
  run(
    script: string,
    args: readonly string[],
    variables: Record<string, string>,
    input?: string,
  ): Promise<Run>;
  /** deploy.sh, as cloudbuild.yaml calls it, and as whom. */
  deploy(variables?: Record<string, string>): Promise<Run>;
  /** setup.sh, as an owner, with Closte's key and the webhook secret on standard input, and of a network if no other is given. */
  setUp(...args: readonly string[]): Promise<Run>;
  /** setup.sh on a terminal, where somebody types this. Both outputs are one there. */
  setUpOnTerminal(typed: string, ...args: readonly string[]): Promise<Run>;
  /** A line as it stands on a page, on a terminal in the project's folder, where somebody types this. */
  onTerminal(line: string, typed: string): Promise<Run>;
  close(): Promise<void>;
}

/** What a deployment is given in most rehearsals. */
export const SETTINGS = { NETWORK_DOMAIN: 'network.example', ALERT_EMAIL: 'me@example.com' };

/** What setup.sh wants to know. */
const NETWORK = ['_NETWORK_DOMAIN=network.example', '_WORDPRESS_URL=https://network.example'];

/** The run, if it went well. */
export function succeeded(run: Run): Run {
  if (run.code !== 0 || run.err !== '') throw new Error(`exit ${run.code}: ${run.err}`);
  return run;
}

export async function startRehearsal(project = new PretendProject()): Promise<Rehearsal> {
  const home = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  const source = join(home, 'deployed-files');
  await mkdir(source);
  await writeFile(join(source, 'package.json'), '{}');
  const networks = join(home, 'networks');
  const tools = join(home, 'tools');
  await mkdir(tools);
  for (const tool of TOOLS) {
    const place = ['/usr/bin', '/bin'].map((folder) => join(folder, tool)).find(existsSync);
    if (place === undefined) throw new Error(`${tool} is not on this machine`);
    await symlink(place, join(tools, tool));
  }
  await symlink(join(STAND_IN, 'gcloud'), join(tools, 'gcloud'));
  let failing: string | undefined;
  let calls: Call[] = [];

  function answer(args: readonly string[], input: string): { code: number; text: string } {
    try {
      const call = parseCall(args);
      calls.push(call);
      if (failing !== undefined && args.join(' ').startsWith(failing))
        throw new GcloudError('INTERNAL: as asked');
      return { code: 0, text: project.answer(call, input) };
    } catch (error) {
      const { message } = error as Error;
      return { code: error instanceof GcloudError ? 1 : 2, text: `ERROR: ${message}\n` };
    }
  }

  const server = createServer((socket) => serve(socket, answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function runProgram(
    [program = '', ...args]: readonly string[],
    variables: Record<string, string>,
    input: string,
  ): Promise<Run> {
    calls = [];
    const child = spawn(program, args, {
      cwd: ROOT,
      env: {
        PATH: tools,
        GCLOUD_STAND_IN: String(port),
        ...(existsSync(join(tools, 'gcloud')) ? { 'BASH_FUNC_gcloud%%': STAND_IN_FUNCTION } : {}),
        NODE_COMPILE_CACHE: COMPILED,
        PATIENCE: '0',
        NETWORKS: networks,
        ...variables,
      },
    });
    child.stdin.end(input);
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    const changes = calls
      .filter(({ command }) => !isQuestion(command))
      .map(({ command, positionals }) => [command, ...positionals].join(' '));
    return { code: child.exitCode, out, err, calls, changes };
  }

  const rehearsal: Rehearsal = {
    project,
    source,
    tools,
    networks,
    failAt(beginning) {
      failing = beginning;
    },
    run: (script, args, variables, input = '') =>
      runProgram(['bash', join(DEPLOY, script), ...args], variables, input),
    onTerminal: (line, typed) =>
      runProgram(
        ['/usr/bin/script', '--quiet', '--return', '--command', line, '/dev/null'],
        { SOURCE: source },
        typed,
      ),
    setUpOnTerminal(typed, ...args) {
      const line = ['bash', join(DEPLOY, 'setup.sh'), ...args].map((word) => `'${word}'`).join(' ');
      const terminal = ['/usr/bin/script', '--quiet', '--return', '--command', line, '/dev/null'];
      return runProgram(terminal, { CLOSTE_CLIENT_API_KEY: 'the-key-of-closte', SOURCE: source }, typed);
    },
    async deploy(variables = {}) {
      project.caller = `${variables['PREFIX'] ?? ''}closte-sync-build@${PROJECT}.iam.gserviceaccount.com`;
      try {
        return await rehearsal.run('deploy.sh', [], { PROJECT, SOURCE: source, ...variables });
      } finally {
        project.caller = 'owner';
      }
    },
    setUp(...args) {
      const missing = NETWORK.filter(
        (setting) => !args.some((arg) => arg.split('=')[0] === setting.split('=')[0]),
      );
      return rehearsal.run(
        'setup.sh',
        [...args, ...missing],
        { SOURCE: source },
        'the-key-of-closte\nthe-webhook-secret\n',
      );
    },
    async close() {
      server.close();
      await once(server, 'close');
      await rm(home, { recursive: true });
    },
  };
  return rehearsal;
}

/** One call: its number of arguments, the arguments and the input, each ended by a NUL. */
function serve(
  socket: Socket,
  answer: (args: string[], input: string) => { code: number; text: string },
): void {
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
    const fields = received.split('\0');
    const count = Number(fields[0]);
    if (fields.length < count + 3) return;
    const { code, text: printed } = answer(fields.slice(1, count + 1), fields[count + 1] ?? '');
    socket.end(`${code}\n${printed}`);
  });
}
