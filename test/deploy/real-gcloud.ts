import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { processEnvironment } from '../../shared/setup/config.ts';

const PATH = processEnvironment()['PATH'] ?? '';

/** Whether the real gcloud is on this machine. */
export const hasGcloud = PATH.split(delimiter).some((folder) => existsSync(join(folder, 'gcloud')));

/** Whether ShellCheck is: `bash test/deploy/install.sh` sees to it. */
export const hasShellCheck = PATH.split(delimiter).some((folder) => existsSync(join(folder, 'shellcheck')));

/**
 * Runs one of the commands under `gcloud meta`, which ask nobody. That it is one of those, and that it has no
 * account and looks for none, keeps a test from ever touching a project.
 */
export function gcloud(group: 'meta', ...args: string[]): Promise<{ stdout: string }> {
  const env = {
    PATH,
    CLOUDSDK_CONFIG: join(tmpdir(), 'gcloud-of-nobody'),
    CLOUDSDK_CORE_CHECK_GCE_METADATA: 'false',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true',
    CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: 'true',
  };
  return promisify(execFile)('gcloud', [group, ...args], { env, maxBuffer: 64 * 1024 * 1024 });
}
