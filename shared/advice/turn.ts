import type { Way, Who } from './action.ts';

/** Who has to do something next; null where nobody has to, or nobody can. */
export type Turn = Exclude<Who, 'nobody'> | null;

/**
 * Whose turn it is: the owner's as long as there is anything that he can do, else that of whoever has the first thing to do.
 * By this alone a page says "action needed" to its reader, the owner, or that he has to wait for others.
 */
export function turnOf(actions: Way): Turn {
  if (actions.some(({ who }) => who === 'owner')) return 'owner';
  const [first] = actions;
  return first === undefined || first.who === 'nobody' ? null : first.who;
}
