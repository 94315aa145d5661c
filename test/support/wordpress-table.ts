import type { DomainName } from '../../shared/domain/name.ts';
import type { Stage } from '../../shared/mapping/mapping.ts';
import type { WordPress } from '../../shared/wordpress/client.ts';
import type { DomainRow } from '../../shared/wordpress/domain-row.ts';

const COURSE = ['adding-domain', 'checking-dns', 'checking-ssl-cert'];
const placeOf = (stage: Stage | undefined) =>
  stage === undefined ? -1 : COURSE.includes(stage) ? COURSE.indexOf(stage) : COURSE.length;

interface TableRow extends DomainRow {
  readonly wishedAt: Date;
  /** The `webhook-id` of the event that says what is wanted. */
  readonly event: string;
}

/** How WordPress answers: as itself, not at all, or as a copy of the network. */
export type Answering = 'well' | 'not' | 'as-a-copy';

interface WordPressTable extends WordPress {
  answer(how: Answering): void;
  readonly rows: ReadonlyMap<string, TableRow>;
  /** Somebody maps or removes a domain, by an event with an id. False if that is what was wanted already. */
  wish(domain: DomainName, wanted: 'mapped' | 'removed', event: string): boolean;
  /** What happens between one page of the list and the next. */
  betweenPages(happens: () => void): void;
}

/** The plugin's table and its rules, as the functions see them; two rows make a page. */
export function createWordPressTable(now: () => Date): WordPressTable {
  const rows = new Map<string, TableRow>();
  let happens = () => {};
  const done = () =>
    [...rows.values()].filter(({ wanted, stage }) => wanted === 'mapped' && stage === 'done').length;
  let how: Answering = 'well';
  const unkind = () => {
    if (how === 'well') return undefined;
    return how === 'not'
      ? ({ kind: 'unanswered', reason: 'somebody else answered' } as const)
      : ({ kind: 'another-network', reason: 'it is a copy' } as const);
  };
  return {
    answer(next) {
      how = next;
    },
    rows,
    wish(domain, wanted, event) {
      if (rows.get(domain)?.wanted === wanted) return false;
      const times = { updatedAt: now(), wishedAt: now() };
      rows.set(domain, { domain, siteId: 2, wanted, stage: undefined, event, ...times });
      return true;
    },
    betweenPages(next) {
      happens = next;
    },
    async wishFor(domain) {
      const refusal = unkind();
      if (refusal) return refusal;
      const row = rows.get(domain);
      return row
        ? { kind: row.wanted, heardAt: row.updatedAt, done: done() }
        : { kind: 'unheard-of', done: done() };
    },
    async rowFor(domain) {
      const refusal = unkind();
      if (refusal) return refusal;
      const row = rows.get(domain);
      return row ? { ...row, kind: 'row', aliasRefusal: undefined } : { kind: 'unheard-of' };
    },
    async listDomainRows() {
      const list: DomainRow[] = [];
      for (let after = ''; ; ) {
        const refusal = unkind();
        if (refusal) return { kind: 'unreadable', reason: refusal.reason };
        const behind = [...rows.values()].filter(({ domain }) => domain > after);
        const page = behind.sort((a, b) => (a.domain < b.domain ? -1 : 1)).slice(0, 2);
        list.push(...page);
        after = page.at(-1)?.domain ?? '';
        if (after === '') return { kind: 'list', rows: list, badRows: [] };
        happens();
        happens = () => {};
      }
    },
    async report({ mapping, stage, isAnew }) {
      const refusal = unkind();
      if (refusal) return refusal;
      const { id, domain, mappedAt } = mapping;
      const row = rows.get(domain);
      if (row === undefined) return { kind: 'unheard-of' };
      const isCurrent = id.startsWith('reconcile-') ? mappedAt >= row.wishedAt : id === row.event;
      const isOfWish = (stage === 'removed') === (row.wanted === 'removed');
      if (!isOfWish || !isCurrent) return { kind: 'overtaken' };
      if (isAnew || placeOf(stage) >= placeOf(row.stage)) {
        const updatedAt = isAnew || stage !== row.stage ? now() : row.updatedAt;
        rows.set(domain, { ...row, stage, updatedAt });
      }
      return { kind: 'taken' };
    },
  };
}
