import type { Action, Way } from '../advice/action.ts';
import type { DnsProvider } from '../providers/table.ts';
import { placeInWords } from './problems/records.ts';
import { keptInWords, typedInWords } from './provider.ts';
import { ENGLISH_WORDS, phrase, typed, type Words } from './words.ts';

/** At whom the records of the domain are kept, where that is known. */
type Provider = Pick<DnsProvider, 'name' | 'form'> | undefined;

/** An action as people read it, with the other ways behind it: in a terminal, in the log, in WordPress. */
export function actionInWords(
  action: Action,
  domain: string,
  provider?: Provider,
  words: Words = ENGLISH_WORDS,
): string {
  return words.text(
    deedInWords(action, domain, words),
    provider && typedInWords(action, provider, words),
    ...otherWays(action, domain, provider, words),
  );
}

/** Without the other ways and what is typed where. */
export function deedInWords(action: Action, domain: string, words: Words = ENGLISH_WORDS): string {
  const { say, time } = words;
  const who = action.who === 'nobody' ? 'owner' : action.who;
  switch (action.do) {
    case 'set': {
      const { record } = action;
      const values = { place: placeInWords(record, words), value: typed(record.value) };
      return record.type === 'CAA'
        ? say(`action.set-caa.${who}`, values)
        : say(`action.set.${who}`, { ...values, type: record.type });
    }
    case 'change': {
      const { record, instead_of: old } = action;
      const values = {
        type: record.type,
        old: typed(old.value),
        place: placeInWords(record, words),
        value: typed(record.value),
      };
      return old.type === record.type
        ? say(`action.change.${who}`, values)
        : say(`action.change-type.${who}`, { ...values, old_type: old.type });
    }
    case 'remove': {
      const { record, where } = action;
      const values = { type: record.type, value: typed(record.value) };
      return where === 'registrar'
        ? say(`action.remove-at-registrar.${who}`, { ...values, name: record.name })
        : say(`action.remove.${who}`, { ...values, place: placeInWords(record, words) });
    }
    case 'switch-off':
      return say(`action.switch-off-${action.what}.${who}`, { domain });
    case 'register':
      return say(`action.register.${who}`, { name: action.name });
    case 'ask':
      return action.code === 'not-mapped'
        ? say('action.ask.to-map', { domain })
        : say(`action.ask.${who}`, { whom: action.whom });
    case 'wait':
      return say('action.wait', { until: time(action.until) });
  }
}

/** All that is to be done, after where. */
export function actionsInWords(
  actions: Way,
  domain: string,
  provider?: Provider,
  words: Words = ENGLISH_WORDS,
): string {
  const kept = provider && keptInWords(actions, provider, words);
  return words.text(kept, wayInWords(actions, domain, provider, words));
}

function wayInWords(way: Way, domain: string, provider: Provider, words: Words): string {
  return words.text(...way.map((action) => actionInWords(action, domain, provider, words)));
}

function otherWays({ or = [] }: Action, domain: string, provider: Provider, words: Words): string[] {
  return or.map((way) => words.say('action.or', { way: phrase(wayInWords(way, domain, provider, words)) }));
}
