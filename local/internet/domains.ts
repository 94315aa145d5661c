import type { EmulatedClock } from '../clock.ts';
import { certificateAt, type Scene, type Story, sceneAt, storyOf } from './story.ts';

/** A domain in the middle of its story. */
interface BegunDomain {
  /** In lower case, a wildcard with its `*.`. */
  readonly domain: string;
  readonly story: Story;
  readonly begun: Date;
  /** Since when the alias has been there, as far as anybody's visit has shown. */
  aliasSince: Date | undefined;
}

/** The domains whose story has begun, and how far each is. */
export interface BegunDomains {
  /** Begins the story of a domain. One that has begun goes on as it was. */
  begin(name: string): void;
  /** Begins another story of a domain, in place of the one that it was in. */
  tell(name: string, story: Story): void;
  all(): readonly BegunDomain[];
  /** The domain of exactly this name. */
  named(name: string): BegunDomain | undefined;
  /** The domain of this name, or the wildcard that covers it. */
  serving(name: string): BegunDomain | undefined;
  /** Where it points for somebody who is so many seconds behind. */
  sceneOf(domain: BegunDomain, lag: number): Scene;
  /** Which certificate Closte shows for it. */
  certificateOf(domain: BegunDomain): 'default' | 'own';
}

/** @param hasAlias whether Closte has this alias now */
export function begunDomains(clock: EmulatedClock, hasAlias: (domain: string) => boolean): BegunDomains {
  const domains = new Map<string, BegunDomain>();
  const secondsSince = (time: Date): number => (clock.now().getTime() - time.getTime()) / 1000;

  /** The alias counts from when a visitor first meets it, which spares a timer: a mapping is looked up as soon as it is made. */
  function noticeAlias(domain: BegunDomain): void {
    domain.aliasSince = hasAlias(domain.domain) ? (domain.aliasSince ?? clock.now()) : undefined;
  }
  function tell(name: string, story: Story): void {
    const domain = name.toLowerCase();
    domains.set(domain, { domain, story, begun: clock.now(), aliasSince: domains.get(domain)?.aliasSince });
  }

  return {
    begin(name) {
      if (!domains.has(name.toLowerCase())) tell(name, storyOf(name));
    },
    tell,
    all: () => [...domains.values()],
    named: (name) => domains.get(name),
    serving: (name) => domains.get(name) ?? domains.get(name.replace(/^[^.]*/, '*')),
    sceneOf(domain, lag) {
      noticeAlias(domain);
      return sceneAt(domain.story, secondsSince(domain.begun) - lag);
    },
    certificateOf(domain) {
      noticeAlias(domain);
      const sinceAlias = domain.aliasSince && secondsSince(domain.aliasSince);
      return certificateAt(domain.story, secondsSince(domain.begun), sinceAlias);
    },
  };
}
