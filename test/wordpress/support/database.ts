import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Service, startService } from './child.ts';

export interface Database {
  /** `host:socket` as WordPress's DB_HOST takes it. */
  readonly host: string;
  stop(): Promise<void>;
}

/**
 * A MariaDB of its own in a folder, reachable by a socket in that folder and by nothing else. It never runs as root: if
 * the tests do, it runs as the user of Debian's package.
 */
export async function startDatabase(folder: string, settings: readonly string[] = []): Promise<Database> {
  mkdirSync(folder);
  const asUser: string[] = [];
  if (process.getuid?.() === 0) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, 'mysql'], { encoding: 'utf8' })),
    );
    chownSync(folder, uid ?? 0, gid ?? 0);
    asUser.push('--user=mysql');
  }
  const data = `--datadir=${join(folder, 'data')}`;
  // A server that starts clears away the temporary tables that it finds, also those of one beside it.
  const temporary = `--tmpdir=${folder}`;
  const made = await run('mariadb-install-db', [
    '--no-defaults',
    ...asUser,
    data,
    temporary,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  if (made.code !== 0) throw new Error(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);

  const socket = join(folder, 'socket');
  const service: Service = await startService(
    'mariadbd',
    [
      '--no-defaults',
      ...asUser,
      data,
      temporary,
      `--socket=${socket}`,
      '--skip-networking',
      // What makes a database durable is of no use to one that is thrown away.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      '--innodb-buffer-pool-size=64M',
      '--skip-log-bin',
      ...settings,
    ],
    /ready for connections/,
  );
  return { host: `localhost:${socket}`, stop: () => service.stop() };
}
