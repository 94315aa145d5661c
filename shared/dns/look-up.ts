import type { QueryFailure } from './question.ts';

/**
 * What one server says of the addresses of a name: its answers to two questions, each a piece of evidence by itself. A
 * server may well give an alias to one of them and an address to the other, or fail at one alone.
 */
export interface LookUp {
  /** To the question after A records. */
  readonly ipv4: AddressAnswer;
  /** To the question after AAAA records. */
  readonly ipv6: AddressAnswer;
}

/**
 * What is at the end of a name's aliases. `chain` holds the names that its CNAMEs lead to, in their order; it is told
 * of every outcome, since an alias says something even where its end cannot be found. `ttl` is for how many seconds a
 * cache may still give this answer: the smallest that the server gave for a part of it.
 */
export type AddressAnswer =
  | {
      readonly kind: 'addresses';
      readonly chain: readonly string[];
      readonly addresses: readonly string[];
      readonly ttl: number | undefined;
    }
  | NothingFound;

/** Why there are no records at the end of a name's aliases, or none that are known. */
export type NothingFound =
  | { readonly kind: 'no-such-name'; readonly chain: readonly string[]; readonly ttl: number | undefined }
  | { readonly kind: 'no-records'; readonly chain: readonly string[]; readonly ttl: number | undefined }
  | { readonly kind: 'cname-loop'; readonly chain: readonly string[] }
  | { readonly kind: 'failed'; readonly chain: readonly string[]; readonly failure: QueryFailure };

export function answersIn({ ipv4, ipv6 }: LookUp): readonly AddressAnswer[] {
  return [ipv4, ipv6];
}

export function addressesIn(lookUp: LookUp): readonly string[] {
  const addresses = answersIn(lookUp).flatMap((answer) =>
    answer.kind === 'addresses' ? answer.addresses : [],
  );
  return [...new Set(addresses)];
}

/** The records to which the name's own CNAMEs lead, each once: mostly one, the same to both questions. */
export function aliasesIn(lookUp: LookUp): readonly string[] {
  return [...new Set(answersIn(lookUp).flatMap(({ chain }) => chain.slice(0, 1)))];
}

/** Why the questions failed that did. */
export function failuresIn(lookUp: LookUp): readonly QueryFailure[] {
  return answersIn(lookUp).flatMap((answer) => (answer.kind === 'failed' ? [answer.failure] : []));
}

/** Whether the server says nothing of the name: to neither question is there an answer. */
export function hasFailed(lookUp: LookUp): boolean {
  return answersIn(lookUp).every(({ kind }) => kind === 'failed');
}

/** For how many seconds a cache may still give all this; undefined where that is not known. */
export function ttlOf(lookUp: LookUp): number | undefined {
  const answers = answersIn(lookUp);
  const found = answers.filter(({ kind }) => kind === 'addresses');
  const ttls = (found.length > 0 ? found : answers).map((answer) =>
    'ttl' in answer ? answer.ttl : undefined,
  );
  const known = ttls.filter((ttl) => ttl !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** What kind of answer a server gave, both questions together. */
export type AnswerKind =
  | 'answer'
  | 'no-such-name'
  | 'no-data'
  | 'refused'
  | 'server-failure'
  | 'not-implemented'
  | 'format-error'
  | 'timeout'
  | 'filtered';

const KIND_OF: Readonly<Record<QueryFailure, AnswerKind>> = {
  timeout: 'timeout',
  'server-failure': 'server-failure',
  refused: 'refused',
  'not-implemented': 'not-implemented',
  'format-error': 'format-error',
  filtered: 'filtered',
  // Nobody answered.
  unreachable: 'timeout',
  'not-asked': 'timeout',
};

/**
 * | the two answers | kind |
 * | --- | --- |
 * | an address or an alias to either | `answer` |
 * | a failure of either | of that failure |
 * | to both that there is no such name | `no-such-name` |
 * | that there are no records | `no-data` |
 */
export function answerKindOf(lookUp: LookUp): AnswerKind {
  const answers = answersIn(lookUp);
  const saysSomething = ({ kind, chain }: AddressAnswer) =>
    kind === 'addresses' || kind === 'cname-loop' || (kind !== 'failed' && chain.length > 0);
  if (answers.some(saysSomething)) return 'answer';
  const [failure] = failuresIn(lookUp);
  if (failure !== undefined) return KIND_OF[failure];
  return answers.every(({ kind }) => kind === 'no-such-name') ? 'no-such-name' : 'no-data';
}
