import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PretendProject } from './pretend-project.ts';
import { type Rehearsal, startRehearsal, succeeded } from './rehearsal.ts';

let stage: Rehearsal;
beforeEach(async () => {
  stage = await startRehearsal();
});
afterEach(async () => {
  await stage.close();
});

describe('setup.sh says at once, before it changes anything, that', () => {
  const CASES: readonly (readonly [string, (project: PretendProject) => void, string[], RegExp])[] = [
    [
      'nobody is logged in',
      ({ access }) => {
        access.account = '';
      },
      [],
      /^ERROR: gcloud is not logged in: run gcloud auth login, then the same again\n$/,
    ],
    [
      'no project is chosen',
      (project) => {
        project.isConfigured = false;
      },
      [],
      /^ERROR: no project: give --project=ID\n$/,
    ],
    [
      'the project is not there, or another’s',
      () => undefined,
      ['--project=another-project'],
      /^ERROR: me@example\.com does not see a project another-project\. gcloud projects list shows/,
    ],
    [
      'the project is being deleted',
      ({ access }) => {
        access.state = 'DELETE_REQUESTED';
      },
      [],
      /^ERROR: the project my-project is being deleted \(DELETE_REQUESTED\)\. gcloud projects undelete my-project/,
    ],
    [
      'the project has no billing',
      ({ access }) => {
        access.billing = 'False';
      },
      [],
      /^ERROR: the project my-project has no billing account.*\n.*linkedaccount\?project=my-project\n$/,
    ],
    [
      'the rights are not enough',
      ({ access }) => {
        access.seesRoles = false;
      },
      [],
      /^ERROR: me@example\.com may not see who may do what in my-project.* the role Owner there\.\n.*iam-admin/,
    ],
  ];
  test.each(CASES)('%s', async (_what, make, args, err) => {
    make(stage.project);
    const run = await stage.setUp(...args);
    expect(run).toMatchObject({ code: 1, changes: [] });
    expect(run.err).toMatch(err);
    const dry = await stage.setUp('--dry-run', ...args);
    expect(dry.err).toBe(run.err);
  });

  test('gcloud is not there', async () => {
    await rm(join(stage.tools, 'gcloud'));
    expect(await stage.setUp()).toMatchObject({
      code: 1,
      err: 'ERROR: gcloud is not here: https://cloud.google.com/sdk/docs/install, or use Cloud Shell\n',
    });
  });
});

describe('setup.sh goes on', () => {
  test('where the billing is not to be seen', async () => {
    stage.project.access.billing = 'not to be seen';
    succeeded(await stage.setUp());
  });

  test('as somebody who may be an owner by way of a group, and says what that can lead to', async () => {
    stage.project.access.account = 'you@example.com';
    const run = succeeded(await stage.setUp());
    expect(run.out).toContain('you@example.com is no owner of my-project by name.');
    stage.project.access.account = 'me@example.com';
    expect(succeeded(await stage.setUp()).out).not.toContain('by name');
  });
});
