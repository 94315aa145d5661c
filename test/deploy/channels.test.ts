import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Rehearsal, SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';
import { startingPoints } from './starting-points.ts';

const { prepared } = startingPoints();

let stage: Rehearsal;
beforeEach(async () => {
  stage = await startRehearsal(prepared.copy());
});
afterEach(async () => {
  await stage.close();
});

/** Which channels the alerts notify, each as its type and address; every alert the same ones. */
function notified(): unknown {
  const [first, ...others] = stage.project
    .names('policy')
    .map((name) => stage.project.resource('policy', name)['notificationChannels']);
  for (const other of others) expect(other).toEqual(first);
  return (first as string[]).map((name) => {
    if (!stage.project.names('channel').includes(name)) return name;
    const { type, labels } = stage.project.resource('channel', name) as {
      type: string;
      labels: Record<string, string>;
    };
    return `${type} ${labels['email_address'] ?? labels['url']}`;
  });
}

const WEBHOOK = 'https://alerts.example.com/closte?of=network&x=1';
const CONSOLE = ['projects/my-project/notificationChannels/7', 'projects/my-project/notificationChannels/8'];

test.each([
  [{ ALERT_EMAIL: '' }, []],
  [{}, ['email me@example.com']],
  [{ ALERT_EMAIL: '', ALERT_WEBHOOK: WEBHOOK }, [`webhook_tokenauth ${WEBHOOK}`]],
  [{ ALERT_EMAIL: '', ALERT_CHANNELS: CONSOLE.join(',') }, CONSOLE],
  [
    { ALERT_WEBHOOK: WEBHOOK, ALERT_CHANNELS: CONSOLE[0] ?? '' },
    ['email me@example.com', `webhook_tokenauth ${WEBHOOK}`, CONSOLE[0]],
  ],
])('with %j every alert notifies these', async (variables, expected) => {
  succeeded(await stage.deploy({ ...SETTINGS, ...variables }));
  expect(notified()).toEqual(expected);
  expect(succeeded(await stage.deploy({ ...SETTINGS, ...variables })).changes).toEqual([]);
});

test('a channel that somebody else has made for the address is used, and none is made beside it', async () => {
  const name = 'projects/my-project/notificationChannels/9';
  const labels = { email_address: SETTINGS.ALERT_EMAIL };
  stage.project.add('channel', name, { name, type: 'email', labels });
  succeeded(await stage.deploy(SETTINGS));
  expect(stage.project.names('channel')).toEqual([name]);
  expect(notified()).toEqual(['email me@example.com']);
});

test('the channel of another network is not used, since it may go', async () => {
  const name = 'projects/my-project/notificationChannels/9';
  const resource = {
    name,
    type: 'email',
    labels: { email_address: SETTINGS.ALERT_EMAIL },
    userLabels: { app: 'closte-domain-sync', network: 'acme' },
  };
  stage.project.add('channel', name, resource);
  succeeded(await stage.deploy(SETTINGS));
  expect(stage.project.names('channel')).toHaveLength(2);
});
