import type { Summary } from '../shared/logging/reconcile-entries.ts';
import type { Done } from './reconcile-call.ts';

/** Of what a table has no room for, so many are named line by line. */
const MOST_LINES = 20;

/**
 * What reconciliation has found, and is to do about it, for a terminal.
 *
 * @param width columns of the terminal; the names of a line are as many as fit
 */
export function planInWords(summary: Summary, width: number): string {
  const { has_wordpress: hasWordPress, counts, names } = summary;
  const lead = hasWordPress
    ? 'WordPress and Closte, compared:'
    : 'Nothing was compared, since WORDPRESS_URL is not set: the aliases at Closte are only watched.';
  const rows: readonly (readonly [string, number, readonly string[]])[] = [
    ['aliases to add', counts.add, names.add],
    ['aliases to remove', counts.remove, names.remove],
    ['to check anew', counts.recheck, names.recheck],
    ['looked at every day', counts.watch, names.watch],
    ['  of them about now', counts.watch_due, []],
    ['as they should be', counts.unchanged, names.unchanged],
  ];
  const labels = Math.max(...rows.map(([label]) => label.length));
  const numbers = Math.max(...rows.map(([, number]) => String(number).length));
  const table = rows.map(([label, number, named]) => {
    const start = `  ${label.padEnd(labels)}  ${String(number).padStart(numbers)}`;
    return `${start}  ${fitting(named, number, width - start.length - 2)}`.trimEnd();
  });
  return [lead, '', ...table, ...held(summary), ...badRows(summary), ...unmanaged(summary, width), ''].join(
    '\n',
  );
}

/** `[#####.....] 250 of 500 tasks`: how far a run is. */
export function progressInWords(made: number, of: number, width: number): string {
  const text = ` ${made} of ${of} tasks`;
  const room = Math.min(40, width - text.length - 3);
  if (room < 1) return text.trim();
  const full = of === 0 ? room : Math.min(room, Math.floor((made / of) * room));
  return `[${'#'.repeat(full)}${'.'.repeat(room - full)}]${text}`;
}

/** What a run has done. */
export function doneInWords({
  tasks,
  seconds,
  complete,
  next,
}: Pick<Done, 'tasks' | 'seconds' | 'complete' | 'next'>): string {
  const made = `${tasks} ${tasks === 1 ? 'task' : 'tasks'} in the queue after ${seconds} s`;
  if (complete) return `Done: ${made}.`;
  return next === null
    ? `Stopped for want of time: ${made}. The rest waits for the next run; set RECONCILE_URL, so that one goes on by itself.`
    : `Stopped for want of time: ${made}. It goes on by itself, with the task ${next}.`;
}

function held({ counts, held_because: because, names }: Summary): string[] {
  if (because === null) return [];
  const why =
    because === 'policy'
      ? 'RECONCILE_POLICY is upsert-only. To have them removed set it to sync.'
      : `those are more than one run may remove. Is that right? Then set RECONCILE_MAX_REMOVALS to ${counts.held} for one run.`;
  const what = `Kept though WordPress has removed ${counts.held === 1 ? 'it' : 'them'}: ${counts.held}, since ${why}`;
  return paragraph(what, names.held, counts.held);
}

function badRows({ counts, names }: Summary): string[] {
  if (counts.bad_rows === 0) return [];
  const what = `Rows of WordPress that cannot be read: ${counts.bad_rows}. Nobody sees to these domains.`;
  return paragraph(what, names.bad_rows, counts.bad_rows);
}

function unmanaged({ counts, names }: Summary, width: number): string[] {
  if (counts.unmanaged === 0) return [];
  const what = `Aliases that WordPress never had, left alone: ${counts.unmanaged}.`;
  return ['', what, `  ${fitting(names.unmanaged, counts.unmanaged, width - 2)}`];
}

function paragraph(what: string, names: readonly string[], of: number): string[] {
  const shown = names.slice(0, MOST_LINES);
  const rest = of - shown.length;
  const more = rest > 0 ? [`  … and ${rest} more`] : [];
  return ['', what, ...shown.map((name) => `  ${printable(name)}`), ...more];
}

/** As many of the names as there is room for, with `…` where there are more of them, and the first one always. */
function fitting(names: readonly string[], of: number, room: number): string {
  let text = '';
  for (const [index, name] of names.entries()) {
    const longer = `${text}${index === 0 ? '' : ', '}${printable(name)}`;
    const end = index + 1 < of ? ', …' : '';
    if (index > 0 && longer.length + end.length > room) return `${text}, …`;
    text = longer;
  }
  return names.length < of && text !== '' ? `${text}, …` : text;
}

/** A name may come from a table that anybody has written to: it must not speak to the terminal. */
function printable(name: string): string {
  return name.replace(/\p{C}/gu, '\ufffd');
}
