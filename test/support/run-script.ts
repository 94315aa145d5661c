import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Node keeps there what it has compiled, so that the next process need not (https://nodejs.org/api/module.html#module-compile-cache):
 * half of what a script takes that only says a sentence.
 */
export const COMPILED = join(tmpdir(), 'closte-domain-sync-compiled');

/** How a script came to its end, and what it said until then. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts one of the project's scripts, in an environment in which no setting is but those that are given. */
export function startScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [script, ...args], {
    cwd: PROJECT,
    env: { PATH: '', NODE_COMPILE_CACHE: COMPILED, ...env },
  });
}

export async function runScript(...script: Parameters<typeof startScript>): Promise<Ended> {
  return await ended(startScript(...script));
}

/** Runs any program, in the project's folder, with nothing on its standard input. */
export async function runProgram(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(program, args, { cwd: PROJECT, env });
  child.stdin.end();
  return await ended(child);
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, err };
}
