import type { CaaData } from 'dns-packet';
import { registeredName } from '../../shared/domain/name.ts';
import type { ZoneEntry } from './zone.ts';

/** What becomes of a domain once it has been mapped. */
export type Story =
  | 'normal'
  | 'never'
  | 'elsewhere'
  | 'stray-ipv6'
  | 'slow'
  | 'proxied'
  | 'no-certificate'
  | 'caa';

/**
 * Where the name points: nowhere, to the customer's old host, to the network, there with a stray AAAA record besides,
 * or to a proxy that stands in front of the network.
 */
export type Scene = 'no-record' | 'old-host' | 'network' | 'network-and-stray' | 'proxy';

/** The address of the network, and of everything else that answers but the proxy. */
export const NETWORK_ADDRESS = '127.0.0.1';
/** Where nothing answers, and still on this machine: whatever goes wrong in a story, nobody outside is called. */
const OLD_HOST_ADDRESS = '127.0.0.2';
/** The same by IPv6. */
const STRAY_ADDRESS = '::1';
/** Of a proxy, which answers what the network answers. */
export const PROXY_ADDRESS = '127.0.0.3';

/** What the owner of a `caa` domain has once set, for an authority that is not Closte's. */
export const CAA_FOR_ANOTHER: CaaData = { issuerCritical: false, tag: 'issue', value: 'authority.test' };

const HOUR = 60 * 60;
/** Emulated seconds from the moment that alias and DNS are both right until Closte has its certificate. */
const ISSUANCE_SECONDS = 240;

/** One scene after another, each from so many emulated seconds after the domain became known. */
type Timeline = readonly { readonly from: number; readonly scene: Scene }[];

/**
 * With checks every 300 s, a normal domain has no record at 0 s, the old host's at 300 s, the network's at 600 s together
 * with Closte's default certificate, and its own certificate at 900 s.
 */
const NORMAL: Timeline = [
  { from: 0, scene: 'no-record' },
  { from: 200, scene: 'old-host' },
  { from: 500, scene: 'network' },
];

const TIMELINES: Readonly<Record<Story, Timeline>> = {
  normal: NORMAL,
  never: [{ from: 0, scene: 'no-record' }],
  elsewhere: [{ from: 0, scene: 'old-host' }],
  'stray-ipv6': [{ from: 0, scene: 'network-and-stray' }],
  slow: [
    { from: 0, scene: 'no-record' },
    { from: 200, scene: 'old-host' },
    { from: 20 * HOUR, scene: 'network' },
  ],
  proxied: [
    { from: 0, scene: 'no-record' },
    { from: 200, scene: 'old-host' },
    { from: 500, scene: 'proxy' },
  ],
  'no-certificate': NORMAL,
  caa: NORMAL,
};

/** The stories in which Closte never gets a certificate, though the DNS comes right. */
const WITHOUT_CERTIFICATE: readonly Story[] = ['no-certificate', 'caa'];

const TOLD_BY_NAME = [
  'never',
  'elsewhere',
  'stray-ipv6',
  'slow',
  'proxied',
  'no-certificate',
  'caa',
] as const;

/**
 * The story that a domain's first label names, after the `*.` of a wildcard: the label is the story's word, or begins with
 * the word and a digit or a hyphen. Any other domain has the normal story.
 *
 * | domain | story |
 * | --- | --- |
 * | `never.test`, `never-2.shop.test`, `never7.test`, `*.never.test` | `never` |
 * | `nevermind.test`, `www.never.test` | `normal` |
 */
export function storyOf(domain: string): Story {
  const label = domain.toLowerCase().replace(/^\*\./, '').split('.')[0] ?? '';
  const named = TOLD_BY_NAME.find(
    (word) => label.startsWith(word) && /^($|[-\d])/.test(label.slice(word.length)),
  );
  return named ?? 'normal';
}

/** The scene at a moment; before the story begins there is no record. */
export function sceneAt(story: Story, secondsSinceBegin: number): Scene {
  return TIMELINES[story].findLast(({ from }) => from <= secondsSinceBegin)?.scene ?? 'no-record';
}

/** The records of a domain in a scene, undefined for none. An apex cannot have a CNAME (RFC 1912, section 2.4). */
export function recordsIn(scene: Scene, domain: string, networkDomain: string): ZoneEntry | undefined {
  switch (scene) {
    case 'no-record':
      return undefined;
    case 'old-host':
      return { a: [OLD_HOST_ADDRESS] };
    case 'network':
      return registeredName(domain) === domain ? { a: [NETWORK_ADDRESS] } : { cname: networkDomain };
    case 'network-and-stray':
      return { a: [NETWORK_ADDRESS], aaaa: [STRAY_ADDRESS] };
    case 'proxy':
      return { a: [PROXY_ADDRESS] };
  }
}

/**
 * Which certificate Closte shows for a domain: its own from 240 s after both the alias exists and the DNS is right, its
 * default one, for another name, before that.
 *
 * @param secondsSinceAlias undefined if there is no alias
 */
export function certificateAt(
  story: Story,
  secondsSinceBegin: number,
  secondsSinceAlias: number | undefined,
): 'default' | 'own' {
  const right = TIMELINES[story].find(({ scene }) => scene === 'network');
  if (right === undefined || WITHOUT_CERTIFICATE.includes(story) || secondsSinceAlias === undefined) {
    return 'default';
  }
  const secondsSinceReady = Math.min(secondsSinceBegin - right.from, secondsSinceAlias);
  return secondsSinceReady >= ISSUANCE_SECONDS ? 'own' : 'default';
}
