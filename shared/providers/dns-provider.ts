import type { Action, RecordToTouch } from '../advice/action.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { ZoneEvidence } from '../diagnosis/evidence.ts';
import { type DnsProvider, knownProviders } from './table.ts';

/** A provider, and the ends of the names of its servers as labels, the last label first. */
interface Known {
  readonly provider: DnsProvider;
  readonly ends: readonly (readonly string[])[];
}

/** Made when the first zone is looked at. */
let table: readonly Known[] | undefined;

/**
 * Who keeps a zone, by the names of the servers to which it is delegated. A zone that two share, or one with servers
 * that nobody knows, is nobody's: which form its owner sees is not known then.
 */
export function providerOf(zone: ZoneEvidence): DnsProvider | undefined {
  if (zone.kind !== 'found') return undefined;
  table ??= knownProviders().map((provider) => ({ provider, ends: provider.servers.map(labelsOf) }));
  const [provider, ...others] = new Set(zone.servers.map(({ name }) => providerWith(name, table ?? [])));
  return others.length === 0 ? provider : undefined;
}

/** The same, of the domain that problems are of. */
export function providerIn(problems: readonly DomainProblem[]): DnsProvider | undefined {
  const ofDns = problems.find((problem) => 'dns' in problem);
  return ofDns === undefined ? undefined : providerOf(ofDns.dns.zone);
}

function providerWith(server: string, known: readonly Known[]): DnsProvider | undefined {
  const labels = labelsOf(server.toLowerCase());
  return known.find(({ ends }) => ends.some((end) => beginsWith(labels, end)))?.provider;
}

function labelsOf(name: string): readonly string[] {
  return name.split('.').reverse();
}

function beginsWith(labels: readonly string[], end: readonly string[]): boolean {
  return end.every((label, index) =>
    label.endsWith('*') ? labels[index]?.startsWith(label.slice(0, -1)) : labels[index] === label,
  );
}

/**
 * Whether it is something for the owner of a domain to do with the provider of its zone. DS and NS records of a zone
 * are those of the zone above, which somebody else may keep.
 */
export function isForProvider(action: Action): boolean {
  if (action.who !== 'owner') return false;
  if (action.do === 'ask') return action.whom === 'dns-provider';
  if (!('record' in action) || action.where !== 'dns-provider') return false;
  return action.record.type !== 'DS' && action.record.type !== 'NS';
}

/** A record as it is typed into the form of one provider. */
export interface TypedRecord {
  readonly hostField: string;
  /** Empty where the form wants the place of the name empty. */
  readonly host: string;
  readonly valueField: string;
  readonly value: string;
}

/** @returns undefined where nobody knows what the form of the provider is like for such a record */
export function asTyped(
  { type, name, host, value }: RecordToTouch,
  { form }: Pick<DnsProvider, 'form'>,
): TypedRecord | undefined {
  if (form === undefined || (type !== 'A' && type !== 'AAAA' && type !== 'CNAME')) return undefined;
  const valueField = form.values[type];
  if (valueField === undefined) return undefined;
  const atApex = { '@': '@', empty: '', 'whole-name': name }[form.at_apex];
  return {
    hostField: form.host,
    host: host === '@' ? atApex : host,
    valueField,
    value: type === 'CNAME' && form.final_dot ? `${value}.` : value,
  };
}
