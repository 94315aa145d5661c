import { deserialize, serialize } from 'node:v8';
import { GcloudError, OWNER } from './pretend-access.ts';
import { PROJECT, type Resource } from './pretend-resources.ts';

type Content = [Map<string, Map<string, Resource>>, Map<string, Set<string>>, number];

/** What is in a project: things by their kind and name, and who may do what with each. */
export class PretendStore {
  protected things = new Map<string, Map<string, Resource>>();
  /** Roles by resource: `role\tmember`. */
  protected bindings = new Map<string, Set<string>>();
  /** How many names Google has made up. */
  protected made = 0;

  constructor() {
    this.policyOf('project', PROJECT).add(OWNER);
  }

  /** All that is in it, in a text. */
  written(): string {
    return serialize([this.things, this.bindings, this.made]).toString('base64');
  }

  /** From now on there is in it what such a text says, and nothing else. */
  read(text: string): this {
    [this.things, this.bindings, this.made] = deserialize(Buffer.from(text, 'base64')) as Content;
    return this;
  }

  names(kind: string): string[] {
    return [...this.all(kind).keys()];
  }
  secretValue(name: string, version: string): unknown {
    return this.all(`version of ${name}`).get(version)?.['value'];
  }
  /** As it stands there: a test that changes it does what somebody does by hand. */
  resource(kind: string, name: string): Resource {
    return this.get(kind, name);
  }
  add(kind: string, name: string, resource: Resource): void {
    this.all(kind).set(name, resource);
  }
  addVersion(secret: string, value: string): void {
    const versions = this.all(`version of ${secret}`);
    const number = String(versions.size + 1);
    versions.set(number, { name: `secrets/${secret}/versions/${number}`, value });
  }
  /** Who may do what with a resource, as it stands there: `role\tmember`. */
  policyOf(kind: string, name: string): Set<string> {
    const policy = this.bindings.get(`${kind} ${name}`) ?? new Set<string>();
    this.bindings.set(`${kind} ${name}`, policy);
    return policy;
  }
  bindingsOf(kind: string, name: string): string[] {
    return [...this.policyOf(kind, name)].sort();
  }

  protected all(kind: string): Map<string, Resource> {
    const there = this.things.get(kind) ?? new Map<string, Resource>();
    this.things.set(kind, there);
    return there;
  }

  protected get(kind: string, name: string): Resource {
    const found = this.all(kind).get(name);
    if (found === undefined) throw new GcloudError(`NOT_FOUND: ${kind} ${name}`);
    return found;
  }
}
