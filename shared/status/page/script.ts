import { DATE_FORM } from '../../words/format.ts';
import type { Words } from '../../words/words.ts';

/** How often the page looks again, in seconds, while something is still to happen. */
const REFRESH_SECONDS = 30;

/** After how many looks in a row without an answer it gives up. */
const MOST_FAILURES = 20;

/**
 * The page's script. It adds what needs one, to a page that says everything without it: times of the reader's
 * own zone, buttons that copy, and a new look from time to time. That replaces `<main>` and nothing else,
 * keeps what has the focus and what is open (`data-keep`), and waits while text is selected there. Announced
 * is a new verdict, not each look.
 *
 * A string, since its hash is in the policy: what compiles and bundles the rest must not touch it.
 */
export function scriptIn({ language, say }: Words): string {
  return `(() => {
  'use strict';
  const SECONDS = ${REFRESH_SECONDS};
  const MOST_FAILURES = ${MOST_FAILURES};
  const find = (id) => document.getElementById(id);
  const main = () => document.querySelector('main');
  const live = find('live');
  const state = find('state');
  const toggle = find('toggle');

  const times = new Intl.DateTimeFormat(${literal(language.locale)}, ${JSON.stringify(DATE_FORM)});

  function enliven(part) {
    for (const time of part.querySelectorAll('time')) {
      const date = new Date(time.dateTime);
      if (!Number.isNaN(date.getTime())) time.textContent = times.format(date);
    }
    for (const button of part.querySelectorAll('.copy')) button.hidden = false;
  }

  function announce(text) {
    live.textContent = '';
    // The same words once more are only heard if there was silence in between.
    setTimeout(() => { live.textContent = text; }, 100);
  }

  async function copy(button) {
    const shown = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(shown.textContent);
    } catch {
      getSelection().selectAllChildren(shown);
      announce(${literal(say('page.script.selected'))});
      return;
    }
    announce(${literal(say('page.script.copied'))});
    const word = button.firstElementChild;
    word.textContent = ${literal(say('page.script.copied'))};
    setTimeout(() => { word.textContent = ${literal(say('page.records.copy'))}; }, 2000);
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.copy');
    if (button) copy(button);
  });

  let paused = false;
  let failures = 0;
  let stopped = '';
  let timer;

  const isOver = () => !('refresh' in main().dataset);
  const isSelecting = () => {
    const selection = getSelection();
    return !selection.isCollapsed && main().contains(selection.anchorNode);
  };

  function plan() {
    clearTimeout(timer);
    if (isOver()) {
      if (document.activeElement === toggle) find('again').focus();
      state.textContent = '';
    } else if (stopped) {
      if (document.activeElement === toggle) find('again').focus();
      state.textContent = stopped;
    } else if (paused) {
      state.textContent = ${literal(say('page.script.paused'))};
    } else {
      state.textContent = failures
        ? ${literal(say('page.script.no-answer', { seconds: REFRESH_SECONDS }))}
        : ${literal(say('page.script.looks-again', { seconds: REFRESH_SECONDS }))};
      timer = setTimeout(look, SECONDS * 1000);
    }
    toggle.hidden = isOver() || stopped !== '';
    toggle.textContent = paused ? ${literal(say('page.script.go-on'))} : ${literal(say('page.script.pause'))};
  }

  function stop(reason) {
    stopped = reason;
    announce(reason);
  }

  async function look() {
    if (!document.hidden && !isSelecting()) await fetchAnew();
    plan();
  }

  async function fetchAnew() {
    try {
      const response = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(25000) });
      if (response.status === 401 || response.status === 403) {
        stop(${literal(say('page.script.link-over'))});
        return;
      }
      if (!response.ok) throw new Error('HTTP ' + response.status);
      const anew = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (!anew.querySelector('main')) throw new Error('another page');
      failures = 0;
      if (!paused && !isSelecting()) show(anew);
    } catch {
      failures += 1;
      if (failures >= MOST_FAILURES) stop(${literal(say('page.script.given-up'))});
    }
  }

  function show(anew) {
    const [before, after] = [main(), anew.querySelector('main')];
    const kept = (key) => [...after.querySelectorAll('[data-keep]')].find((part) => part.dataset.keep === key);
    const focused = before.contains(document.activeElement) ? document.activeElement : null;
    enliven(after);
    for (const details of before.querySelectorAll('details[data-keep]')) {
      const same = kept(details.dataset.keep);
      if (same) same.open = details.open;
    }
    before.replaceWith(after);
    if (focused) {
      const same = kept(focused.closest('[data-keep]')?.dataset.keep);
      (same?.matches('details') ? same.firstElementChild : same)?.focus({ preventScroll: true });
      // It may be gone, or in details that are closed.
      if (!after.contains(document.activeElement)) after.focus({ preventScroll: true });
    }
    find('icon').href = anew.getElementById('icon').href;
    if (document.title !== anew.title) announce(anew.title);
    document.title = anew.title;
  }

  toggle.addEventListener('click', () => {
    paused = !paused;
    plan();
  });
  // For a browser whose style cannot open them on paper.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });

  enliven(document);
  plan();
})();
`;
}

/** A text as a literal of JavaScript, which nothing in it can end, nor the element that the script stands in. */
function literal(text: string): string {
  const inside = text.replace(/[\\'\n\r<\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
  return `'${inside}'`;
}
