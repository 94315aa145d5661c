import { type DomainName, parseDomainName } from '../../shared/domain/name.ts';

/** The name, for a test that is about something else than names. */
export function domain(text: string): DomainName {
  const parsed = parseDomainName(text);
  if (!parsed.ok) throw new Error(`${text} is no domain name: ${parsed.reason}`);
  return parsed.domain;
}
