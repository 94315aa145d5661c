import type { Call } from './gcloud-call.ts';
import { buildOf, emailOf, PROJECT } from './pretend-resources.ts';

/** What somebody may do, as far as the deployment has to do with it. */
export type Right =
  | 'read a secret'
  | 'see versions of a secret'
  | 'say who may read a secret'
  | 'make accounts and say who may act as them'
  | 'deploy functions'
  | 'say who may call a function'
  | 'make the queue and say who may use it'
  | 'put a task into the queue'
  | 'see the queue'
  | 'make the schedule'
  | 'make metrics'
  | 'make alerts'
  | 'make channels'
  | 'make dashboards'
  | 'act as an account'
  | 'call a function'
  | 'run a build'
  | 'write the images of functions'
  | 'write a log'
  | 'read what was uploaded'
  | 'change what was uploaded';

/**
 * What the roles allow that the deployment gives, or once gave, by Google's list
 * (https://cloud.google.com/iam/docs/roles-permissions).
 */
const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  'roles/secretmanager.admin': ['read a secret', 'see versions of a secret', 'say who may read a secret'],
  'roles/secretmanager.secretAccessor': ['read a secret'],
  'roles/secretmanager.viewer': ['see versions of a secret'],
  'roles/iam.serviceAccountAdmin': ['make accounts and say who may act as them'],
  'roles/iam.serviceAccountUser': ['act as an account'],
  'roles/cloudfunctions.developer': ['deploy functions'],
  'roles/run.admin': ['say who may call a function'],
  'roles/run.invoker': ['call a function'],
  'roles/cloudtasks.queueAdmin': ['make the queue and say who may use it'],
  'roles/cloudtasks.enqueuer': ['put a task into the queue'],
  'roles/cloudtasks.viewer': ['see the queue'],
  'roles/cloudscheduler.admin': ['make the schedule'],
  'roles/logging.configWriter': ['make metrics'],
  'roles/logging.logWriter': ['write a log'],
  'roles/artifactregistry.writer': ['write the images of functions'],
  'roles/storage.objectAdmin': ['read what was uploaded', 'change what was uploaded'],
  'roles/storage.objectViewer': ['read what was uploaded'],
  'roles/monitoring.alertPolicyEditor': ['make alerts'],
  'roles/monitoring.notificationChannelEditor': ['make channels'],
  'roles/monitoring.dashboardEditor': ['make dashboards'],
  'roles/cloudbuild.builds.builder': [
    'run a build',
    'write the images of functions',
    'write a log',
    'read what was uploaded',
    'change what was uploaded',
  ],
};

/** @throws Error for a role of which nothing is known here: what it allows has to be looked up first. */
function rightsOf(role: string): readonly Right[] {
  const rights = RIGHTS[role];
  if (rights === undefined) throw new Error(`what ${role} allows is not in pretend-permissions.ts`);
  return rights;
}

/** Which right a command takes; `owner` where only an owner of the project has it. */
const NEEDED: readonly (readonly [RegExp, Right | 'owner' | 'nothing'])[] = [
  [/^(config|auth) /, 'nothing'],
  [/^builds submit$/, 'run a build'],
  [/^secrets versions list$/, 'see versions of a secret'],
  [/^secrets (add|remove)-iam-policy-binding$/, 'say who may read a secret'],
  [/^iam service-accounts /, 'make accounts and say who may act as them'],
  [/^functions (deploy|list|describe)$/, 'deploy functions'],
  [/^run services /, 'say who may call a function'],
  [/^tasks queues /, 'make the queue and say who may use it'],
  [/^scheduler jobs /, 'make the schedule'],
  [/^logging metrics /, 'make metrics'],
  [/^monitoring policies /, 'make alerts'],
  [/^beta monitoring channels /, 'make channels'],
  [/^monitoring dashboards /, 'make dashboards'],
  [/./, 'owner'],
];

function rightNeededBy(command: string): Right | 'owner' | 'nothing' {
  return NEEDED.find(([pattern]) => pattern.test(command))?.[1] ?? 'owner';
}

/** As which accounts a command lets something act: whoever gives it has to be allowed to act as them. */
export function accountsUsedBy({ flags, command }: Call): string[] {
  return [
    command === 'builds submit' ? buildOf({ flags, command } as Call).account : undefined,
    flags.get('service-account'),
    flags.get('build-service-account')?.replace(/^.*\//, ''),
    flags.get('oidc-service-account-email'),
  ].filter((account) => account !== undefined);
}

/** What a member may do, with which thing: `right: kind name`, of bindings by `kind name`. */
export function rightsIn(bindings: ReadonlyMap<string, ReadonlySet<string>>, email: string): string[] {
  const rights = [...bindings].flatMap(([thing, ofThing]) =>
    [...ofThing]
      .map((binding) => binding.split('\t'))
      .filter(([, member]) => member === `serviceAccount:${email}`)
      .flatMap(([role = '']) => rightsOf(role).map((right) => `${right}: ${thing.replace(/@.*/, '')}`)),
  );
  return [...new Set(rights)].sort();
}

/** What somebody with these rights may not do of a call; undefined if he may do it all. */
export function refusalOf(call: Call, rights: readonly string[]): string | undefined {
  const has = (right: Right, kind: string, name: string) =>
    rights.includes(`${right}: ${kind} ${name}`) || rights.includes(`${right}: project ${PROJECT}`);
  const { command, positionals } = call;
  const [name = ''] = positionals;
  const needed = rightNeededBy(command);
  if (needed === 'nothing') return undefined;
  if (needed === 'owner' || !has(needed, command.startsWith('secrets ') ? 'secret' : 'project', name)) {
    return `${command} ${name}`;
  }
  const used = accountsUsedBy(call).map((account) => emailOf(account).replace(/@.*/, ''));
  const other = used.find((account) => !has('act as an account', 'account', account));
  return other === undefined ? undefined : `act as ${other}`;
}

/** What a build needs that its account lacks (https://cloud.google.com/build/docs/securing-builds/configure-user-specified-service-accounts). */
export function missingForBuild(rights: readonly string[]): Right | undefined {
  const needed = ['write a log', 'read what was uploaded'] as const satisfies Right[];
  return needed.find((right) => !rights.includes(`${right}: project ${PROJECT}`));
}
