import { isWildcard, parseDomainName } from '../domain/name.ts';
import { LONGEST, NameStore } from '../domain/name-store.ts';
import { type Names, SortedNames } from '../domain/sorted-names.ts';

// What `getdomains` answers is documented nowhere: how one element of its list is read, and by what a list gives away
// that it is not the whole.

/** The fields in which an element may hold its domain. */
const DOMAIN_FIELDS = ['domain', 'hostname', 'name', 'alias'];

/** `example.com` with it is `*.example.com`. */
const WILDCARD = 'wildcard';

type ElementsRead =
  | {
      readonly kind: 'read';
      readonly domains: Names;
      /** Why two elements cannot both be true, in words. */
      readonly contradiction: string | undefined;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Reads the elements, each a string or an object, one after the other.
 *
 * | two elements | then |
 * | --- | --- |
 * | `example.com`, and `example.com` with `wildcard` | two names |
 * | one name twice, all flags alike | one name |
 * | one name twice, a flag other than `wildcard` differs | a contradiction |
 */
export class ElementReader {
  readonly #names = new NameStore();
  /** The flags of each element that has any. */
  readonly #flags = new Map<number, string>();
  #unreadable: number | undefined;
  #length = 0;

  /** How many elements the list has. */
  get length(): number {
    return this.#length;
  }

  take(element: unknown): void {
    const domain = readElement(element);
    if (domain === undefined) this.#unreadable ??= this.#length;
    this.#length += 1;
    if (this.#unreadable !== undefined) return;
    this.#names.add(domain ?? '');
    const flags = flagsOf(element);
    if (flags !== '') this.#flags.set(this.#names.length - 1, flags);
  }

  read(): ElementsRead {
    if (this.#unreadable !== undefined)
      return {
        kind: 'unreadable',
        reason: `element ${this.#unreadable} of the list is of an unknown shape`,
      };
    let contradiction: string | undefined;
    const domains = new SortedNames(this.#names, (one, other) => {
      if (this.#flags.get(one) !== this.#flags.get(other))
        contradiction ??= `${this.#names.at(one)} is in the list twice, with other flags`;
    });
    return { kind: 'read', domains, contradiction };
  }
}

/** A string, or an object that has it in one of the known fields; in its normal form if it is a name to be mapped. */
function readElement(element: unknown): string | undefined {
  const text = isRecord(element) ? DOMAIN_FIELDS.map((field) => element[field]).find(isString) : element;
  if (!isString(text) || Buffer.byteLength(text) > LONGEST - 2) return undefined;
  const parsed = parseDomainName(text);
  const name = parsed.ok ? parsed.domain : text;
  const isMarked = isRecord(element) && MARKS.includes(element[WILDCARD]);
  return isMarked && !(parsed.ok && isWildcard(parsed.domain)) ? `*.${name}` : name;
}

/** Closte's own clients send the flag as a digit in a string. */
const MARKS: readonly unknown[] = [true, 1, '1', 'true'];

/** The flags of an element that are on. One that is not there is off. */
function flagsOf(element: unknown): string {
  if (!isRecord(element)) return '';
  const on = Object.keys(element).filter((field) => field !== WILDCARD && element[field] === true);
  return on.sort().join();
}

/** The fields that only a list in pages has. */
const PAGE_FIELDS = ['next', 'page', 'pages'];

/**
 * The field by which an answer says that its list is a page of a longer one, in words; undefined if it says nothing of
 * the kind. Nobody has seen Closte give pages; if it begins to, the first one is not the whole.
 *
 * @param length how many elements the list has
 */
export function signOfPaging(answer: Readonly<Record<string, unknown>>, length: number): string | undefined {
  const isThere = (field: string) => answer[field] !== undefined && answer[field] !== null;
  const field = PAGE_FIELDS.find(isThere) ?? (answer['has_more'] === true ? 'has_more' : undefined);
  if (field !== undefined) return `the answer has "${field}", so that its list is one page of several`;
  if (!isThere('total') || Number(answer['total']) === length) return undefined;
  return `the answer says that there are ${JSON.stringify(answer['total']).slice(0, 20)} domains, and its list has ${length}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
