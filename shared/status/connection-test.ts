import { hasFailed } from '../dns/look-up.ts';
import type { DnsReport } from '../dns/verdict.ts';
import type { DomainName } from '../domain/name.ts';
import type { NamedState } from '../queue/queue.ts';
import type { Services } from '../setup/services.ts';
import { listInWords } from '../words/format.ts';

/** Whether everything that a mapping needs can be reached, as `GET status` without a domain answers it. */
export interface ConnectionTest {
  /** Whether nothing is bad. */
  readonly ready: boolean;
  readonly checks: readonly ConnectionCheck[];
}

export interface ConnectionCheck {
  readonly check: 'closte-key' | 'queue' | 'wordpress' | 'network' | 'resolvers';
  /** `off`: it is not configured, and nothing needs it. */
  readonly state: 'good' | 'bad' | 'off';
  /** What was found, without a full stop at the end. */
  readonly title: string;
  /** What to do about it; null if there is nothing to do. */
  readonly remedy: string | null;
}

/** Tries everything that a mapping needs, side by side. Nothing is changed by it. */
export async function testConnections(
  services: Services,
  networkDomain: DomainName | undefined,
): Promise<ConnectionTest> {
  const checks = await Promise.all([
    closteKey(services),
    queue(services),
    wordpress(services),
    ...(networkDomain === undefined ? [NO_NETWORK] : network(services, networkDomain)),
  ]);
  return { ready: checks.every(({ state }) => state !== 'bad'), checks };
}

const NO_NETWORK: ConnectionCheck = {
  check: 'network',
  state: 'off',
  title: 'NETWORK_DOMAIN is not set: each event has to say where its domain should point',
  remedy: null,
};

async function closteKey({ closte }: Services): Promise<ConnectionCheck> {
  const result = await closte.testKey();
  switch (result.kind) {
    case 'accepted':
      return good('closte-key', 'Closte accepts the API key');
    case 'refused':
      return bad(
        'closte-key',
        `Closte refuses the API key: ${result.reason}`,
        "Compare CLOSTE_CLIENT_API_KEY with the key in Closte's dashboard, and deploy again with the right one.",
      );
    case 'unanswered':
      return bad(
        'closte-key',
        `Closte could not be asked: ${result.reason}`,
        'Look at the state of Closte, and at CLOSTE_API_URL if it is set. Mappings wait in the queue meanwhile.',
      );
  }
}

async function queue({ queue: tasks }: Services): Promise<ConnectionCheck> {
  const queues = await tasks.states();
  const wrong = queues.map(queueCheck).find((check) => check !== undefined);
  if (wrong !== undefined) return wrong;
  const names = listInWords(queues.map(({ name }) => name));
  return good(
    'queue',
    `${queues.length === 1 ? `The queue ${names} is` : `The queues ${names} are`} there and running`,
  );
}

/** What is wrong with a queue, if anything is. */
function queueCheck({ name, state }: NamedState): ConnectionCheck | undefined {
  switch (state.kind) {
    case 'running':
      return undefined;
    case 'stopped':
      return bad(
        'queue',
        `The queue ${name} is ${state.state}: what is in it waits`,
        'Resume it: gcloud tasks queues resume, or in the console under Cloud Tasks.',
      );
    case 'unavailable':
      return bad(
        'queue',
        `The queue ${name} could not be asked: ${state.reason}`,
        'Look whether GOOGLE_CLOUD_PROJECT, TASKS_LOCATION, TASKS_QUEUE and CLOSTE_QUEUE name the queues, and whether the service account of this function may see them and add to them (roles cloudtasks.viewer and cloudtasks.enqueuer).',
      );
  }
}

/** A name of a test, which no network has. Any answer will do: it is the way there and back that is tried. */
const NOBODYS = 'connection-test.invalid' as DomainName;

async function wordpress({ wordpress: site }: Services): Promise<ConnectionCheck> {
  if (site === undefined) {
    return {
      check: 'wordpress',
      state: 'off',
      title: 'WORDPRESS_URL is not set: stages are not written back, and nothing is reconciled',
      remedy: null,
    };
  }
  const answer = await site.rowFor(NOBODYS);
  if (answer.kind === 'another-network') {
    return bad(
      'wordpress',
      answer.reason,
      'If WORDPRESS_URL is the address of a copy, set that of the network itself. If the network was renamed, run wp closte-sync adopt there, and set NETWORK_DOMAIN to its new domain.',
    );
  }
  if (answer.kind !== 'unanswered') return good('wordpress', 'The plugin answers in WordPress');
  return bad(
    'wordpress',
    asTitle(answer.reason),
    'Look whether WORDPRESS_URL is the address of the main site, whether the plugin is there and of this version, and whether both sides have the same secret. If somebody else answered, such as a security plugin, a firewall, a login in front of the site or a maintenance page, have it let requests to closte-domain-sync pass.',
  );
}

function asTitle(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** The resolvers are tried by the very name that every domain is compared with. */
function network({ dns }: Services, networkDomain: DomainName): Promise<ConnectionCheck>[] {
  const report = dns.report(networkDomain, networkDomain);
  return [report.then(networkCheck), report.then(resolversCheck)];
}

function networkCheck({ target }: DnsReport): ConnectionCheck {
  const { networkDomain = '', addresses } = target;
  return addresses.length > 0
    ? good('network', `${networkDomain} leads to ${listInWords(addresses)}`)
    : bad(
        'network',
        `${networkDomain} has no address, so that no domain can be compared with it`,
        'Look at NETWORK_DOMAIN and at its DNS, or set NETWORK_ADDRESSES.',
      );
}

function resolversCheck({ resolvers }: DnsReport): ConnectionCheck {
  const silent = resolvers.filter(({ lookUp }) => hasFailed(lookUp)).map(({ resolver }) => resolver);
  return silent.length === 0
    ? good('resolvers', `${listInWords(resolvers.map(({ resolver }) => resolver))} answer`)
    : bad(
        'resolvers',
        `${listInWords(silent)} ${silent.length === 1 ? 'does' : 'do'} not answer`,
        'Look at DNS_RESOLVERS, and whether the function may reach them (a VPC connector or a firewall may stand between).',
      );
}

function good(check: ConnectionCheck['check'], title: string): ConnectionCheck {
  return { check, state: 'good', title, remedy: null };
}

function bad(check: ConnectionCheck['check'], title: string, remedy: string): ConnectionCheck {
  return { check, state: 'bad', title, remedy };
}
