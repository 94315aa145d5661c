import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { packedName, timeFor } from '../../wordpress/pack.ts';
import { headerField, pluginFiles, SLUG } from '../../wordpress/plugin.ts';
import { run } from './support/child.ts';

const PACK = resolve(import.meta.dirname, '../../wordpress/pack.ts');
const folder = mkdtempSync(join(tmpdir(), 'closte-sync-pack-'));

afterAll(() => rmSync(folder, { recursive: true }));

async function pack(name: string, timeZone = 'UTC'): Promise<string> {
  const file = join(folder, name);
  const packed = await run(process.execPath, [PACK, file], { env: { ...process.env, TZ: timeZone } });
  expect(packed).toMatchObject({ code: 0, stdout: `${file}\n` });
  return file;
}

async function unzip(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run('unzip', args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

test('the ZIP has the same bytes each time, in every time zone', async () => {
  const [first, ...others] = await Promise.all(
    ['UTC', 'America/St_Johns', 'Pacific/Kiritimati'].map(async (timeZone, index) =>
      readFile(await pack(`${index}.zip`, timeZone)),
    ),
  );
  expect(others.map((zip) => first?.equals(zip))).toEqual([true, true]);
});

test('it has every file of the plugin in one folder, for everybody to read', async () => {
  const zip = await pack('plugin.zip');
  await unzip('-tqq', zip);
  const names = (await unzip('-Z1', zip)).trim().split('\n');
  expect(names).toEqual((await pluginFiles()).map((file) => `${SLUG}/${packedName(file)}`));
  const modes = (await unzip('-Z', '-s', zip)).match(/^[-d][rwx-]{9} /gm);
  expect(modes).toHaveLength(names.length);
  expect(new Set(modes)).toEqual(new Set(['-rw-r--r-- ']));
});

test('readme.txt is given the version of the plugin’s header', async () => {
  const readme = await unzip('-p', await pack('plugin.zip'), `${SLUG}/readme.txt`);
  expect(readme).toContain(`\nStable tag: ${await headerField('Version')}\n`);
});

test('another content has another time, so that PHP’s cache does not take it for the one before', () => {
  const times = ['00000000', '00000001', '00000100', '00010000', 'ffffffff'].map((hash) =>
    timeFor(Buffer.from(hash, 'hex')).getTime(),
  );
  expect(new Set(times).size).toBe(times.length);
  expect(Math.max(...times)).toBeLessThan(Date.UTC(2021, 0, 1));
});
