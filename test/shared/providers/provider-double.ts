import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Names } from '../diagnosis/dns-names.ts';

// A DNS provider that speaks Domain Connect: it has zones, and templates as their publishers wrote them.

export const PUBLISHER = 'network.example';
export const CONNECT = 'connect.provider.test';
export const API = 'api.provider.test';

interface ZoneRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

interface Template {
  readonly syncPubKeyDomain?: string;
  readonly hostRequired?: boolean;
  readonly records: readonly {
    readonly type: string;
    readonly host: string;
    readonly pointsTo: string;
    readonly groupId?: string;
  }[];
}

const ADDRESSES = ['A', 'AAAA'];
/** Section "Record Types and Conflicts" of the draft: what goes when one of these is set. */
const CONFLICTS: Readonly<Record<string, readonly string[]>> = {
  A: [...ADDRESSES, 'CNAME'],
  AAAA: [...ADDRESSES, 'CNAME'],
  CNAME: [...ADDRESSES, 'CNAME', 'TXT', 'MX'],
};

/**
 * @param onboarded the templates that the provider has taken over
 * @param settings what it says of its zone in the place of the truth
 */
export function createProvider(
  apex: string,
  first: readonly ZoneRecord[],
  onboarded: readonly string[] = ['website-alias', 'website-addresses'],
  settings: object = {},
) {
  let records = first;
  const asked: string[] = [];
  const handler: RequestListener = ({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, `https://${headers.host}`);
    asked.push(`${headers.host}${url}`);
    const answer = (status: number, body: object | string = '') =>
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    if (headers.host === CONNECT && pathname === `/dc/v2/${apex}/settings`) {
      answer(200, {
        providerId: 'provider.test',
        providerName: 'Provider',
        providerDisplayName: 'The Provider',
        urlSyncUX: `https://${CONNECT}/ux`,
        urlAPI: `https://${API}/api/`,
        width: 750,
        ...settings,
      });
      return;
    }
    const [, service = '', apply] =
      /^\/(?:api|ux)\/v2\/domainTemplates\/providers\/network\.example\/services\/([a-z-]+)(\/apply)?$/.exec(
        pathname,
      ) ?? [];
    if (!onboarded.includes(service)) answer(404);
    else if (apply === undefined && headers.host === API) answer(200, { version: 1 });
    else if (apply !== undefined && headers.host === CONNECT) answer(...applied(service, searchParams));
    else answer(404);
  };

  function applied(service: string, asked: URLSearchParams): [number, string] {
    const template = JSON.parse(
      readFileSync(
        new URL(`../../../deploy/domain-connect/${PUBLISHER}.${service}.json`, import.meta.url),
        'utf8',
      ),
    ) as Template;
    const host = asked.get('host') ?? '';
    if (asked.get('domain') !== apex) return [404, 'no such zone'];
    if (template.syncPubKeyDomain !== undefined && !asked.has('sig')) return [400, 'not signed'];
    if (template.hostRequired && host === '') return [400, 'no host'];
    const groups = asked.get('groupId')?.split(',');
    const chosen = template.records.filter(({ groupId }) => groups?.includes(groupId ?? '') ?? true);
    const name = host === '' ? apex : `${host}.${apex}`;
    const set = chosen.map(({ type, pointsTo }) => ({
      name,
      type,
      value: pointsTo.replace(/%(\w+)%/g, (_, variable: string) => asked.get(variable) ?? '%'),
    }));
    if (set.length === 0 || set.some(({ value }) => value.includes('%')))
      return [400, 'a variable is missing'];
    const gone = new Set(set.flatMap(({ type }) => CONFLICTS[type] ?? []));
    records = [...records.filter((one) => one.name !== name || !gone.has(one.type)), ...set];
    return [200, 'done'];
  }

  return {
    handler,
    asked,
    /** What its name servers say, with the record by which it is found. */
    names(): Names {
      const byKey = Map.groupBy(records, ({ name, type }) => `${name} ${type}`);
      return {
        ...Object.fromEntries([...byKey].map(([key, ones]) => [key, ones.map(({ value }) => value)])),
        [`_domainconnect.${apex} TXT`]: [`${CONNECT}/dc`],
      };
    },
  };
}
