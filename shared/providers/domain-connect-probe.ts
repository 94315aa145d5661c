import { exchangeHttp } from '../diagnosis/http-exchange.ts';
import { askInTurn } from '../dns/ask-in-turn.ts';
import type { Resolver } from '../dns/question.ts';
import type { QuestionLimit } from '../dns/question-limit.ts';
import { type Ask, followAliases } from '../dns/resolve-addresses.ts';
import { mayConnectTo, normalAddress } from '../domain/address.ts';
import {
  type DomainConnectProvider,
  type Prefix,
  prefixInRecord,
  SERVICES,
  settingsIn,
  templatePath,
} from './domain-connect.ts';

/** A look at whether the provider of a zone speaks Domain Connect, and has the network's templates. */
export interface DomainConnect {
  /** Under which the network's templates are published. */
  readonly providerId: string;
  /**
   * @param apex the name at which the zone begins: no other is asked for
   * @param timeout for all of it, in milliseconds
   * @returns undefined where it does not, where that cannot be told in time, and where what it says makes no sense
   */
  providerOf(
    apex: string,
    timeout: number,
    limit?: QuestionLimit,
  ): Promise<DomainConnectProvider | undefined>;
}

export interface DomainConnectOptions {
  readonly providerId: string;
  readonly resolvers: readonly Resolver[];
  readonly httpsPort: number;
  /** Lets loopback and private addresses be connected to, for a network on one machine. */
  readonly allowPrivateAddresses: boolean;
}

/** The settings of a zone have less than a kilobyte. */
const MOST_OF_SETTINGS = 16 * 1024;

/**
 * Asks as the draft says: for a TXT record, for the settings of the zone, and for each template. Whoever owns a domain
 * says in its DNS who is asked, so nobody is connected to but public addresses, over HTTPS with a certificate that is
 * trusted, and no redirect is followed. It never throws.
 */
export function createDomainConnect(options: DomainConnectOptions): DomainConnect {
  const { providerId, resolvers, httpsPort, allowPrivateAddresses } = options;

  async function addressOf(host: string, ask: Ask): Promise<string | undefined> {
    for (const type of ['A', 'AAAA'] as const) {
      const found = await followAliases(ask, host, type);
      const address = (found.kind === 'records' ? found.records : [])
        .map(({ data }) => normalAddress(data))
        .find((one) => one !== undefined && mayConnectTo(one, allowPrivateAddresses));
      if (address !== undefined) return address;
    }
    return undefined;
  }

  /** The body of an answer of 2xx, or undefined. */
  async function fetched(
    address: string,
    host: string,
    path: string,
    mostOfBody: number,
    deadline: AbortSignal,
  ) {
    const exchange = await exchangeHttp({
      address,
      port: httpsPort,
      scheme: 'https',
      name: host,
      path,
      mostOfBody,
      deadline,
    });
    const isGood =
      exchange.kind === 'answered' &&
      exchange.distrust === undefined &&
      exchange.status >= 200 &&
      exchange.status < 300;
    return isGood ? exchange.body : undefined;
  }

  async function firstPrefix(apex: string, ask: Ask): Promise<Prefix | undefined> {
    const found = await followAliases(ask, `_domainconnect.${apex}`, 'TXT');
    return found.kind === 'records'
      ? found.records.map(({ data }) => prefixInRecord(data)).find((prefix) => prefix !== undefined)
      : undefined;
  }

  return {
    providerId,
    async providerOf(apex, timeout, limit) {
      if (timeout <= 0) return undefined;
      const ends = Date.now() + timeout;
      const deadline = AbortSignal.timeout(timeout);
      const ask = askInTurn(resolvers, () => ends - Date.now(), limit);
      const discovery = await firstPrefix(apex, ask);
      const address = discovery && (await addressOf(discovery.host, ask));
      if (discovery === undefined || address === undefined) return undefined;
      const path = `${discovery.path}/v2/${apex}/settings`;
      const body = await fetched(address, discovery.host, path, MOST_OF_SETTINGS, deadline);
      const settings = body === undefined ? undefined : settingsIn(body);
      if (settings === undefined) return undefined;
      const { name, applyAt, api } = settings;
      const apiAddress = api.host === discovery.host ? address : await addressOf(api.host, ask);
      if (apiAddress === undefined) return undefined;
      const asked = await Promise.all(
        SERVICES.map(async (service) => {
          const template = `${api.path}${templatePath(providerId, service)}`;
          return (await fetched(apiAddress, api.host, template, 0, deadline)) === undefined ? [] : [service];
        }),
      );
      return { name, applyAt, services: asked.flat() };
    },
  };
}
