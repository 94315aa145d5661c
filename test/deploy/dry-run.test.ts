import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Rehearsal, type Run, SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const { prepared, deployed } = startingPoints();

let stage: Rehearsal;
afterEach(async () => {
  await stage.close();
});

/** The commands that a run shows, without their flags. */
const shown = ({ out }: Run) =>
  [...out.matchAll(/^ {3}\$ gcloud (.*)$/gm)].map(([, words = '']) => words.replace(/ --.*/, ''));
const ALERTS = `_ALERT_EMAIL=${SETTINGS.ALERT_EMAIL}`;

describe('a dry run of setup.sh', () => {
  test('of a new project shows what the build will do as well, in order, and changes nothing', async () => {
    stage = await startRehearsal();
    const run = succeeded(await stage.setUp('--dry-run', ALERTS));
    expect(run.changes).toEqual([]);
    const kinds = shown(run).map((words) => words.replace(/ (create|add|enable|submit)( .*)?$/, ' $1'));
    const course = kinds.filter((kind, index) => kind !== kinds[index - 1]);
    for (const [earlier = '', later = ''] of [
      ['services enable', 'secrets create'],
      ['secrets versions add', 'builds submit'],
      ['builds submit', 'tasks queues create'],
      ['tasks queues create', 'functions deploy check'],
      ['functions deploy check', 'functions deploy map'],
      ['functions deploy status', 'scheduler jobs create'],
      ['logging metrics create', 'monitoring policies create'],
      ['monitoring policies create', 'monitoring dashboards create'],
    ]) {
      expect(course).toEqual(expect.arrayContaining([earlier, later]));
      expect(course.indexOf(earlier)).toBeLessThan(course.indexOf(later));
    }
    expect(run.out.match(/define\( 'CLOSTE_SYNC_URL'/g)).toHaveLength(1);
    await expect(readdir(stage.networks)).rejects.toThrow('ENOENT');
  });

  test('shows what the runs themselves then do, no more and no less', async () => {
    stage = await startRehearsal(prepared.copy());
    const foretold = shown(succeeded(await stage.setUp('--dry-run', ALERTS)));
    const setup = succeeded(await stage.setUp(ALERTS));
    const build = succeeded(await stage.deploy({ ...SETTINGS, WORDPRESS_URL: 'https://network.example' }));
    expect(foretold).toEqual([...shown(setup), ...shown(build)]);
  });

  test('leaves out what is there already', async () => {
    stage = await startRehearsal(deployed.copy());
    await stage.setUp(ALERTS, '_WORDPRESS_URL=');
    const run = succeeded(await stage.setUp('--dry-run', ALERTS, '_WORDPRESS_URL='));
    expect(shown(run).map((words) => words.split(' ').slice(0, 2).join(' '))).toEqual([
      'builds submit',
      'builds submit',
    ]);
    expect(run.out).toContain('Everything was as it should be.');
  });

  test('is not led by variables of the shell that are called like settings', async () => {
    stage = await startRehearsal(deployed.copy());
    const variables = {
      SOURCE: stage.source,
      DNS_RESOLVERS: '192.0.2.1',
      QUEUE: 'other',
      ALERT_EMAIL: 'x@example.com',
    };
    const args = ['--dry-run', ALERTS, '_NETWORK_DOMAIN=network.example', '_WORDPRESS_URL='];
    expect(shown(succeeded(await stage.run('setup.sh', args, variables)))).toHaveLength(2);
  });
});
