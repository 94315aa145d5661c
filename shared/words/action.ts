import type { Action, Way } from '../advice/action.ts';
import { ENGLISH } from './english/english.ts';

const { actions: WORDS } = ENGLISH;

/** An action as people read it, with the other ways behind it: on the page, in a terminal, in the log, in WordPress. */
export function actionInWords(action: Action, domain: string): string {
  return [deedInWords(action, domain), ...otherWays(action, domain)].join('');
}

/** Without the other ways. */
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

export function actionsInWords(actions: Way, domain: string): string {
  return actions.map((action) => actionInWords(action, domain)).join(' ');
}

function otherWays({ or = [] }: Action, domain: string): string[] {
  return or.map((way) => WORDS.or(actionsInWords(way, domain)));
}
