import { bytes, doubles, indexes } from '../domain/column.ts';
import type { DomainName } from '../domain/name.ts';
import { NameStore, type ReadonlyList } from '../domain/name-store.ts';
import type { SortedNames } from '../domain/sorted-names.ts';
import type { DomainRow } from './domain-row.ts';

/**
 * Rows in the order in which they were added, their times to the second, as the plugin has them. As objects of JavaScript a
 * million of them would take 300 MiB.
 */
export class RowStore implements ReadonlyList<DomainRow> {
  readonly #known: SortedNames | undefined;
  readonly #domains = new NameStore();
  /** Of each row the place of its domain: among those that are known or, behind these, in the store of the others. */
  readonly #places = indexes();
  readonly #siteIds = doubles();
  /** Times in seconds since the epoch; 0 where there is none. */
  readonly #updatedAt = indexes();
  readonly #heardAt = indexes();
  readonly #networks = indexes();
  readonly #states = bytes();
  readonly #knownNetworks = new Known<DomainRow['networkDomain']>();
  readonly #knownStates = new Known<string, Pick<DomainRow, 'wanted' | 'stage' | 'notNeeded'>>();

  /** @param known names that are stored already: most domains are */
  constructor(known?: SortedNames) {
    this.#known = known;
  }

  get length(): number {
    return this.#places.length;
  }

  add({ domain, siteId, networkDomain, wanted, stage, updatedAt, heardAt, notNeeded }: DomainRow): void {
    this.#places.add(this.#placeOf(domain));
    this.#siteIds.add(siteId);
    this.#updatedAt.add(inSeconds(updatedAt));
    this.#heardAt.add(inSeconds(heardAt));
    this.#networks.add(this.#knownNetworks.numberOf(networkDomain, networkDomain));
    const state = { wanted, stage, notNeeded };
    this.#states.add(this.#knownStates.numberOf(`${wanted} ${stage} ${notNeeded}`, state));
  }

  at(index: number): DomainRow | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const domain = this.#domainAt(this.#places.at(index));
    const state = this.#knownStates.at(this.#states.at(index));
    if (domain === undefined || state === undefined) return undefined;
    const heardAt = this.#heardAt.at(index);
    return {
      domain,
      siteId: this.#siteIds.at(index),
      networkDomain: this.#knownNetworks.at(this.#networks.at(index)),
      wanted: state.wanted,
      stage: state.stage,
      updatedAt: new Date(this.#updatedAt.at(index) * 1000),
      heardAt: heardAt === 0 ? undefined : new Date(heardAt * 1000),
      notNeeded: state.notNeeded,
    };
  }

  #placeOf(domain: DomainName): number {
    const place = this.#known?.indexOf(domain) ?? -1;
    if (place !== -1) return place;
    this.#domains.add(domain);
    return (this.#known?.length ?? 0) + this.#domains.length - 1;
  }

  #domainAt(place: number): DomainName | undefined {
    const known = this.#known?.length ?? 0;
    const name = place < known ? this.#known?.at(place) : this.#domains.at(place - known);
    return name as DomainName | undefined;
  }

  *[Symbol.iterator](): Generator<DomainRow> {
    for (let index = 0; index < this.length; index += 1) {
      const row = this.at(index);
      if (row !== undefined) yield row;
    }
  }
}

function inSeconds(time: Date | undefined): number {
  return time === undefined ? 0 : Math.floor(time.getTime() / 1000);
}

/** Values of which there are few, each under a number. */
class Known<Key, Value = Key> {
  readonly #numbers = new Map<Key, number>();
  readonly #values: Value[] = [];

  numberOf(key: Key, value: Value): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#values.length);
    this.#values.push(value);
    return this.#values.length - 1;
  }

  at(number: number): Value | undefined {
    return this.#values[number];
  }
}
