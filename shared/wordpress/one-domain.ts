import * as v from 'valibot';
import { type DomainName, parseDomainName } from '../domain/name.ts';
import type { HttpAnswer } from '../http/call.ts';
import { timeField, wholeNumber } from '../mapping/fields.ts';
import { type AnotherNetwork, readAnswer, somebodyElse, type Unanswered, unanswered } from './answer.ts';
import { type DomainRow, readRows } from './domain-row.ts';

/** How many domains are done and need an alias; undefined where WordPress does not say. */
type Done = number | undefined;

/** What WordPress wants of a domain now. */
export type Wish =
  | {
      readonly kind: 'mapped' | 'removed';
      /** When it came to want that, or was last told anything of it; undefined where it does not say. */
      readonly heardAt: Date | undefined;
      readonly done?: Done;
    }
  /** WordPress has never heard of the domain. */
  | { readonly kind: 'unheard-of'; readonly done?: Done }
  | AnotherNetwork
  | Unanswered;

/** Why Closte gives no alias, as it was told the plugin last: in the answer to the event, or in the report of a visit. */
export type AliasRefusal = 'held-elsewhere' | 'rejected';

/** By the codes of the two: an error's, and a problem's. */
const ALIAS_REFUSALS: Readonly<Record<string, AliasRefusal>> = {
  'held-elsewhere': 'held-elsewhere',
  'closte-rejected-domain': 'rejected',
  'rejected-by-closte': 'rejected',
};

/** All that WordPress knows of one domain. */
export type RowAnswer =
  | (Omit<DomainRow, 'domain'> & {
      readonly kind: 'row';
      /** When it came to want that; undefined where it does not say. */
      readonly wishedAt: Date | undefined;
      readonly aliasRefusal: AliasRefusal | undefined;
    })
  | { readonly kind: 'unheard-of' }
  | AnotherNetwork
  | Unanswered;

/** So much of a row is enough to know what is wanted. */
const WantedRow = v.object({
  wanted: v.picklist(['mapped', 'removed']),
  updated_at: v.fallback(v.optional(timeField), undefined),
  heard_at: v.fallback(v.nullish(timeField), undefined),
});

/** An answer over HTTP, or why there was none. */
export type Posted = HttpAnswer | { readonly failure: string };

type OneDomain =
  | { readonly kind: 'row'; readonly row: unknown; readonly done: Done }
  | { readonly kind: 'unheard-of'; readonly done: Done }
  | AnotherNetwork
  | Unanswered;

const OneDomainAnswer = v.object({
  domain: v.optional(v.unknown()),
  domains: v.array(v.looseObject({ domain: v.string() })),
  next: v.optional(v.null()),
  done: v.fallback(v.optional(wholeNumber), undefined),
});

/**
 * What is said of one domain. An answer has to name the domain that was asked for.
 *
 * | `domain` | rows | says |
 * | --- | --- | --- |
 * | what was asked | none | `unheard-of` |
 * | what was asked, or missing | the domain's | the row |
 * | missing, as the plugin of the version before answers | none | nothing: it may be anybody's empty list |
 * | another | | nothing |
 * | | another domain's | nothing |
 */
function readOneDomain(answer: Posted, domain: DomainName): OneDomain {
  if ('failure' in answer) return unanswered(answer.failure);
  const said = readAnswer(answer);
  if (said.kind === 'overtaken' || said.kind === 'unknown-domain') return somebodyElse(answer);
  if (said.kind !== 'json') return said;
  const parsed = v.safeParse(OneDomainAnswer, said.json);
  if (!parsed.success) return somebodyElse(answer);
  const { domain: echo, domains, done } = parsed.output;
  const strange = [...(echo === undefined ? [] : [echo]), ...domains.map((row) => row.domain)].find(
    (name) => !isName(name, domain),
  );
  if (strange !== undefined)
    return unanswered(`WordPress was asked about ${domain}, and answered of another`);
  const [row] = domains;
  if (row !== undefined) return { kind: 'row', row, done };
  if (echo !== undefined) return { kind: 'unheard-of', done };
  return unanswered(
    `WordPress has no row of ${domain}, and does not name it in its answer, as the plugin of the version before: update the plugin`,
  );
}

/** Whether a name is the domain, however it is written. */
export function isName(written: unknown, domain: DomainName): boolean {
  if (typeof written !== 'string') return false;
  const parsed = parseDomainName(written);
  return parsed.ok && parsed.domain === domain;
}

const UNREADABLE = 'WordPress has a row that cannot be read';

/** Reads what WordPress wants of the domain that it was asked about. */
export function readWish(answer: Posted, domain: DomainName): Wish {
  const said = readOneDomain(answer, domain);
  if (said.kind !== 'row') return said;
  const parsed = v.safeParse(WantedRow, said.row);
  if (!parsed.success) return unanswered(UNREADABLE);
  const { wanted, updated_at: updatedAt, heard_at: heardAt } = parsed.output;
  return { kind: wanted, heardAt: heardAt ?? updatedAt, done: said.done };
}

const MoreOfRow = v.object({
  wished_at: v.fallback(v.optional(timeField), undefined),
  refusal: v.fallback(v.optional(v.string()), undefined),
});

/** Reads all that WordPress knows of the domain that it was asked about. */
export function readWholeRow(answer: Posted, domain: DomainName): RowAnswer {
  const said = readOneDomain(answer, domain);
  if (said.kind === 'unheard-of') return { kind: 'unheard-of' };
  if (said.kind !== 'row') return said;
  const { row } = said;
  const {
    rows: [read],
    badRows: [bad],
  } = readRows([row]);
  if (read === undefined) return unanswered(`${UNREADABLE}: ${bad?.reason ?? ''}`);
  const { siteId, wanted, stage, updatedAt, networkDomain, notNeeded } = read;
  const { wished_at: wishedAt, refusal } = v.parse(MoreOfRow, row);
  const aliasRefusal = refusal === undefined ? undefined : ALIAS_REFUSALS[refusal];
  const known = { siteId, wanted, stage, updatedAt, networkDomain, notNeeded };
  return { kind: 'row', ...known, wishedAt, aliasRefusal };
}
