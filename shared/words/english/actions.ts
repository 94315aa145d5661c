import type { Action, RecordToTouch } from '../../advice/action.ts';
import { timeInWords } from '../format.ts';
import { placeInWords } from './record-phrases.ts';

type Of<Do extends Action['do']> = Extract<Action, { readonly do: Do }>;
type Whom = Of<'ask'>['whom'];

/** What is to be done, a sentence or two for each action. */
export const ACTIONS = {
  set: ({ who, record }: Of<'set'>) => {
    const what =
      record.type === 'CAA'
        ? `a CAA record for ${placeInWords(record)} with the value ${record.value}. The others can stay as they are`
        : `${aRecord(record)} for ${placeInWords(record)} to ${record.value}`;
    return byWhom(who, record.type === 'CAA' ? 'add' : 'set', what);
  },
  change: ({ who, record, instead_of: old }: Of<'change'>) =>
    byWhom(
      who,
      'change',
      old.type === record.type
        ? `the ${old.type} record ${old.value} of ${placeInWords(record)} to ${record.value}`
        : `the ${old.type} record ${old.value} of ${placeInWords(record)} into ${aRecord(record)} to ${record.value}. If the form cannot do that, remove the one, and then set the other`,
    ),
  remove: ({ who, record, where }: Of<'remove'>) =>
    byWhom(
      who,
      'remove',
      where === 'registrar'
        ? `the ${record.type} record ${record.value} of ${record.name}, with the company at which ${record.name} is registered`
        : `the ${record.type} record ${record.value} of ${placeInWords(record)}`,
    ),
  'switch-off': ({ who, what }: Of<'switch-off'>, domain: string) =>
    byWhom(
      who,
      what === 'proxy' ? 'take' : 'switch off',
      what === 'proxy'
        ? `${domain} out of the proxy in front of it (at Cloudflare: set the proxy status of its record to "DNS only", the grey cloud)`
        : `the redirect or forwarding that you have set up for ${domain}`,
    ),
  register: ({ who, name }: Of<'register'>) =>
    `Check the spelling of ${name}. ${byWhom(who, 'register', `or renew ${name} with a company that sells domain names`)}`,
  ask: ({ who, whom, code }: Of<'ask'>, domain: string) =>
    code === 'not-mapped'
      ? `If ${domain} is to lead to your site, ask the people who run your site to map it.`
      : byWhom(who, 'ask', WHOM[who === 'operator' ? 'byOperator' : 'byOwner'][whom]),
  wait: ({ until }: Of<'wait'>) => `You have nothing to do: it takes until ${timeInWords(until)} at most.`,
  /** @param way sentences about another way */
  or: (way: string) => ` If that is not possible: ${way}`,
};

const WHOM: Readonly<Record<'byOwner' | 'byOperator', Readonly<Record<Whom, string>>>> = {
  byOwner: {
    operator: 'the people who run your site',
    closte: 'Closte, where the site is hosted',
    'dns-provider': 'the company at which your DNS records are kept (your DNS provider) to put this right',
  },
  byOperator: {
    operator: 'the people who run your site',
    closte: 'Closte to put this right',
    'dns-provider': 'the company at which their own DNS records are kept to put this right',
  },
};

function byWhom(who: Action['who'], verb: string, what: string): string {
  switch (who) {
    case 'owner':
    case 'nobody':
      return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${what}.`;
    case 'operator':
      return `You have nothing to do: the people who run your site have to ${verb} ${what}.`;
    case 'closte':
      return `You have nothing to do: Closte, where the site is hosted, has to ${verb} ${what}.`;
  }
}

function aRecord({ type }: RecordToTouch): string {
  return /^[AN]/.test(type) ? `an ${type} record` : `a ${type} record`;
}
