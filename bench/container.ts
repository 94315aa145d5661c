import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Room for a process, as a container gives it: Node has its heap by the memory that it finds there. It has one processor,
 * as every function is deployed, so what the garbage collector and the compiler do beside the program takes its time too.
 */
export interface Container {
  /** A command that runs in it, as spawn() takes it. */
  readonly inside: (command: string, args: readonly string[]) => [string, string[]];
  /** When nothing runs in it any more. */
  remove(): void;
}

/** Where control groups are, and what limits their memory: version 2 and 1 (https://docs.kernel.org/admin-guide/cgroup-v2.html). */
const HIERARCHIES = [
  ['/sys/fs/cgroup', 'memory.max'],
  ['/sys/fs/cgroup/memory', 'memory.limit_in_bytes'],
] as const;

let made = 0;

/** The last processor that this process may use; undefined where the system does not tell. */
function lastProcessor(): string | undefined {
  const { stdout } = spawnSync('taskset', ['--cpu-list', '--pid', String(process.pid)], { encoding: 'utf8' });
  return /(\d+)\n$/.exec(stdout ?? '')?.[1];
}

/** @returns undefined where none can be made: that takes Linux, taskset (util-linux), and root */
export function makeContainer(mebibytes: number): Container | undefined {
  const processor = lastProcessor();
  if (processor === undefined) return undefined;
  for (const [root, limit] of HIERARCHIES) {
    if (!existsSync(join(root, 'cgroup.procs'))) continue;
    made += 1;
    const folder = join(root, `closte-sync-bench-${process.pid}-${made}`);
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, limit), String(mebibytes * 1024 * 1024), { flag: 'r+' });
    } catch {
      removeIfThere(folder);
      continue;
    }
    return {
      inside: (command, args) => [
        'sh',
        [
          '-c',
          `echo $$ >"$0"/cgroup.procs && exec taskset --cpu-list ${processor} "$@"`,
          folder,
          command,
          ...args,
        ],
      ],
      remove: () => removeIfThere(folder),
    };
  }
  return undefined;
}

/** One that the system still holds is empty, and is left. */
function removeIfThere(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}
