import type { Action, Way } from '../advice/action.ts';
import { asTyped, isForProvider } from '../providers/dns-provider.ts';
import type { DnsProvider } from '../providers/table.ts';
import { ENGLISH_WORDS, typed, type Words } from './words.ts';

type Named = Pick<DnsProvider, 'name' | 'form'>;

/** What is typed into which field of his provider's form, for who has to; undefined where that is not known. */
export function typedInWords(
  action: Action,
  provider: Named,
  { say }: Words = ENGLISH_WORDS,
): string | undefined {
  if ((action.do !== 'set' && action.do !== 'change') || !isForProvider(action)) return undefined;
  const form = asTyped(action.record, provider);
  if (form === undefined) return undefined;
  const values = {
    provider: provider.name,
    value: typed(form.value),
    host_field: form.hostField,
    value_field: form.valueField,
  };
  return form.host === ''
    ? say('provider.typed.host-empty', values)
    : say('provider.typed', { ...values, host: typed(form.host) });
}

/** Where the records are kept, for who has something to do there. */
export function keptInWords(
  actions: Way,
  { name }: Named,
  { say }: Words = ENGLISH_WORDS,
): string | undefined {
  return actions.some(isForProvider) ? say('provider.kept', { provider: name }) : undefined;
}

export function appliesInWords(provider: string, url: string, { say }: Words = ENGLISH_WORDS): string {
  return say('provider.applies', { provider, url: typed(url) });
}
