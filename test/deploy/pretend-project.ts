import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call, formatted } from './gcloud-call.ts';
import { GcloudError, NO_PERMITTED_CUSTOMER, PretendAccess } from './pretend-access.ts';
import { accountsUsedBy, missingForBuild, refusalOf, rightsIn } from './pretend-permissions.ts';
import {
  type Build,
  buildOf,
  channelOf,
  emailOf,
  functionOf,
  jobOf,
  kindOf,
  PROJECT,
  queueOf,
  type Resource,
} from './pretend-resources.ts';
import { PretendStore } from './pretend-store.ts';

export { GcloudError } from './pretend-access.ts';
export { PROJECT } from './pretend-resources.ts';

/**
 * A Google Cloud project, as far as the deployment can tell it from a real one: what was made is there to be
 * listed, what exists cannot be made again, and what needs something else fails without it. Google's own
 * rules, each as documented on the command's page in gcloud-flags.json.
 */
export class PretendProject extends PretendStore {
  /** How often an alert is refused because a metric is not known yet. */
  slowMetrics = 0;
  /** Whether gcloud is set to the project. */
  isConfigured = true;
  /** What gcloud has to do with the project at all. */
  readonly access = new PretendAccess();
  /** As whom gcloud is called: an owner of the project, or one of its accounts. */
  caller: string | 'owner' = 'owner';
  /** The builds that were submitted: what each does, and as whom. */
  readonly builds: Build[] = [];

  /** What gcloud prints. @throws GcloudError where it fails. */
  answer(call: Call, input: string): string {
    const { command, positionals, flags } = call;
    const refusal = this.caller === 'owner' ? undefined : refusalOf(call, this.rightsOf(this.caller));
    if (refusal !== undefined) throw new GcloudError(`PERMISSION_DENIED: ${this.caller} may not ${refusal}`);
    const [name = ''] = positionals;
    const flag = (flagName: string) => flags.get(flagName) ?? '';
    const [verb = ''] = command.split(' ').slice(-1);
    if (command === 'config get-value') return this.isConfigured ? `${PROJECT}\n` : '(unset)\n';
    if (/^(auth list|(billing )?projects describe)$/.test(command)) return this.access.answer(command, name);
    if (command === 'projects get-iam-policy' && !this.access.seesRoles)
      throw new GcloudError('PERMISSION_DENIED: resourcemanager.projects.getIamPolicy');
    if (command === 'builds submit') return this.#submit(buildOf(call));
    if (command === 'services enable') {
      for (const api of positionals) this.all('service').set(api, { config: { name: api } });
      return '';
    }
    if (command === 'secrets versions add') {
      this.get('secret', name);
      this.addVersion(name, input);
      return '';
    }
    const kind = kindOf(command, name);
    if (command === 'run services update') {
      const annotations = {
        'run.googleapis.com/invoker-iam-disabled': String(flags.has('no-invoker-iam-check')),
      };
      Object.assign(this.get(kind, name), { metadata: { annotations } });
      return '';
    }
    if (command === 'secrets versions list') this.get('secret', name);
    if (verb.endsWith('-iam-policy-binding') || verb === 'get-iam-policy') {
      return this.#policy(kind, name, verb, flags);
    }
    switch (verb) {
      case 'list': {
        const all = [...this.all(kind).values()];
        const asked = flag('sort-by').startsWith('~') ? all.reverse() : all;
        return formatted(flags.has('limit') ? asked.slice(0, Number(flag('limit'))) : asked, flag('format'));
      }
      case 'describe':
        return formatted([this.get(kind, name)], flag('format'));
      case 'delete':
        this.get(kind, name);
        this.all(kind).delete(name);
        this.bindings.delete(`${kind} ${name}`);
        return '';
      default: {
        const { key, resource } = this.#madeBy(command, kind, name, flags);
        const exists = this.all(kind).has(key);
        if (verb !== 'deploy' && command.includes('create') && exists)
          throw new GcloudError(`ALREADY_EXISTS: ${kind} ${key}`);
        if (command.includes('update') && !exists) throw new GcloudError(`NOT_FOUND: ${kind} ${key}`);
        this.all(kind).set(key, resource);
        return '';
      }
    }
  }

  /** Another project in which all is the same. */
  copy(): PretendProject {
    return new PretendProject().read(this.written());
  }

  /** What an account may do, with which thing: `right: kind name`. */
  rightsOf(account: string): string[] {
    return rightsIn(this.bindings, emailOf(account));
  }

  #submit(build: Build): string {
    this.#mustExist(build.account);
    const missing = missingForBuild(this.rightsOf(build.account));
    if (missing !== undefined) throw new GcloudError(`${build.account} may not ${missing}`);
    this.builds.push(build);
    return '';
  }

  #policy(kind: string, name: string, verb: string, flags: Call['flags']): string {
    if (kind !== 'project') this.get(kind, name);
    const bindings = this.policyOf(kind, name);
    const rows = [...bindings].map((binding) => {
      const [role, members] = binding.split('\t');
      return { bindings: { role, members } };
    });
    if (verb === 'get-iam-policy') return formatted(rows, flags.get('format') ?? '');
    const member = flags.get('member') ?? '';
    if (member !== 'allUsers') this.#mustExist(member.replace(/^serviceAccount:/, ''));
    else if (this.access.forbidsAllUsers) throw new GcloudError(NO_PERMITTED_CUSTOMER);
    const binding = `${flags.get('role')}\t${member}`;
    if (verb.startsWith('add')) bindings.add(binding);
    else bindings.delete(binding);
    return '';
  }

  #mustExist(account: string): void {
    if (!this.all('account').has(account)) {
      throw new GcloudError(`INVALID_ARGUMENT: Service account ${account} does not exist.`);
    }
  }

  /** What a command that creates or changes something leaves behind. */
  #madeBy(
    command: string,
    kind: string,
    name: string,
    flags: Call['flags'],
  ): { key: string; resource: Resource } {
    const flag = (flagName: string) => flags.get(flagName) ?? '';
    const file = () => JSON.parse(readFileSync(flag('policy-from-file') || flag('config-from-file'), 'utf8'));
    switch (kind) {
      case 'account': {
        const email = emailOf(name);
        return { key: email, resource: { email } };
      }
      case 'queue':
        return { key: name, resource: queueOf(name, flags) };
      case 'function':
        this.#checkFunction(flags);
        return { key: name, resource: functionOf(name, flags) };
      case 'job':
        this.#mustExist(flag('oidc-service-account-email'));
        return { key: name, resource: jobOf(name, flags) };
      case 'metric':
        return { key: name, resource: { ...file(), name } };
      case 'policy': {
        const policy = file() as Resource;
        this.#checkMetrics(JSON.stringify(policy));
        const key = command.includes('update') ? name : this.#newName('projects/p/alertPolicies');
        return { key, resource: { ...policy, name: key } };
      }
      case 'channel': {
        const key = this.#newName('projects/p/notificationChannels');
        return { key, resource: channelOf(key, flags) };
      }
      case 'dashboard': {
        const { etag, ...dashboard } = file() as Resource;
        const before = this.all('dashboard').get(name);
        if (before !== undefined && before['etag'] !== etag) throw new GcloudError('ABORTED: etag mismatch');
        const key = before === undefined ? this.#newName('dashboard') : name;
        this.made += 1;
        const path = `projects/p/dashboards/${key}`;
        return { key, resource: { ...dashboard, name: path, etag: `etag-${this.made}` } };
      }
      default:
        return { key: name, resource: { name } };
    }
  }

  #newName(prefix: string): string {
    this.made += 1;
    return `${prefix}/${this.made}`.replace(/^dashboard\//, '');
  }

  #checkFunction(flags: Call['flags']): void {
    const account = flags.get('service-account') ?? '';
    for (const used of accountsUsedBy({ flags } as Call)) this.#mustExist(used);
    if (!existsSync(join(flags.get('source') ?? '', 'package.json'))) throw new GcloudError('no source');
    for (const secret of (flags.get('set-secrets') ?? '').split(',')) {
      const [, name = '', version = ''] = /=(.*):(.*)$/.exec(secret) ?? [];
      this.get(`version of ${name}`, version);
      if (
        !this.bindingsOf('secret', name).includes(
          `roles/secretmanager.secretAccessor\tserviceAccount:${account}`,
        )
      ) {
        throw new GcloudError(`Permission denied on secret ${name} for Revision service account ${account}`);
      }
    }
  }

  #checkMetrics(policy: string): void {
    for (const [, metric = ''] of policy.matchAll(/logging\.googleapis\.com\/user\/(\w+)/g)) {
      this.get('metric', metric);
      this.slowMetrics -= 1;
      if (this.slowMetrics >= 0) {
        throw new GcloudError(
          `Cannot find metric that matches type = "logging.googleapis.com/user/${metric}"`,
        );
      }
    }
  }
}
