import type { Action, Way } from '../advice/action.ts';
import type { DnsProvider } from '../providers/table.ts';
import { ENGLISH } from './english/english.ts';
import { keptInWords, typedInWords } from './provider.ts';

const { actions: WORDS } = ENGLISH;

/** At whom the records of the domain are kept, where that is known. */
type Provider = Pick<DnsProvider, 'name' | 'form'> | undefined;

/** An action as people read it, with the other ways behind it: in a terminal, in the log, in WordPress. */
export function actionInWords(action: Action, domain: string, provider?: Provider): string {
  const typed = provider && typedInWords(action, provider);
  const deed = deedInWords(action, domain);
  return [typed === undefined ? deed : `${deed} ${typed}`, ...otherWays(action, domain, provider)].join('');
}

/** Without the other ways and what is typed where. */
export function deedInWords(action: Action, domain: string): string {
  switch (action.do) {
    case 'set':
      return WORDS.set(action);
    case 'change':
      return WORDS.change(action);
    case 'remove':
      return WORDS.remove(action);
    case 'switch-off':
      return WORDS['switch-off'](action, domain);
    case 'register':
      return WORDS.register(action);
    case 'ask':
      return WORDS.ask(action, domain);
    case 'wait':
      return WORDS.wait(action);
  }
}

/** All that is to be done, after where. */
export function actionsInWords(actions: Way, domain: string, provider?: Provider): string {
  const kept = provider && keptInWords(actions, provider);
  return [...(kept === undefined ? [] : [kept]), wayInWords(actions, domain, provider)].join(' ').trim();
}

function wayInWords(way: Way, domain: string, provider: Provider): string {
  return way.map((action) => actionInWords(action, domain, provider)).join(' ');
}

function otherWays({ or = [] }: Action, domain: string, provider: Provider): string[] {
  return or.map((way) => WORDS.or(wayInWords(way, domain, provider)));
}
