import type { Action, Way } from '../advice/action.ts';
import { asTyped, isForProvider } from '../providers/dns-provider.ts';
import type { DnsProvider } from '../providers/table.ts';
import { ENGLISH } from './english/english.ts';

const WORDS = ENGLISH.providers;

type Named = Pick<DnsProvider, 'name' | 'form'>;

/** What is typed into which field of his provider's form, for who has to; undefined where that is not known. */
export function typedInWords(action: Action, provider: Named): string | undefined {
  if ((action.do !== 'set' && action.do !== 'change') || !isForProvider(action)) return undefined;
  const typed = asTyped(action.record, provider);
  if (typed === undefined) return undefined;
  const phrase = typed.host === '' ? WORDS.typedHostEmpty : WORDS.typed;
  return filledIn(phrase, { ...typed, provider: provider.name });
}

/** Where the records are kept, for who has something to do there. */
export function keptInWords(actions: Way, { name }: Named): string | undefined {
  return actions.some(isForProvider) ? filledIn(WORDS.kept, { provider: name }) : undefined;
}

export function appliesInWords(provider: string, url: string): string {
  return filledIn(WORDS.applies, { provider, url });
}

/** A phrase as a text, its places filled. */
function filledIn(phrase: string, places: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}
