import type { ResolverStatus, Status } from '../status.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';

const VERDICTS: Readonly<Record<ResolverStatus['verdict'], { readonly mark: Mark; readonly words: string }>> =
  {
    pointing: { mark: 'right', words: 'Points here' },
    partly: { mark: 'partly', words: 'Partly right' },
    elsewhere: { mark: 'wrong', words: 'Points elsewhere' },
    missing: { mark: 'absent', words: 'No record' },
    unknown: { mark: 'unknown', words: 'No answer' },
  };

/** What the resolvers say that half the world asks, and beside it where that should lead. */
export function resolversPart({ domain, verdict, target, resolvers }: Status): Html {
  return html`<section aria-labelledby="resolvers">
<h2 id="resolvers">What public DNS servers answer</h2>
<p>Asked for ${nameOf(domain)}.${verdict.kind === 'not-mapped' ? NOTHING : targetWords(target)}</p>
<ul class="resolvers">${resolvers.map(resolverCard)}</ul>
</section>`;
}

function targetWords({ network_domain, addresses }: Status['target']): Html {
  const list = html`${addresses.map((address, index) => html`${index === 0 ? '' : ', '}${nameOf(address)}`)}`;
  if (network_domain === null) {
    return addresses.length === 0 ? NOTHING : html` The right answer is ${list}.`;
  }
  const where = addresses.length === 0 ? NOTHING : html` (${list})`;
  return html` The right answer leads to ${nameOf(network_domain)}${where}.`;
}

function resolverCard({ resolver, verdict, answer }: ResolverStatus): Html {
  const { mark, words } = VERDICTS[verdict];
  return html`<li class="card resolver resolver-${verdict}">
<p class="label">${markOf(mark)} ${words}</p>
<p class="words">${answer}</p>
<p class="aside name">${isolated(resolver)}</p>
</li>`;
}

/** The servers that need nobody's answer but their own: a change shows there first. */
export function zonePart({ zone }: Status): Html {
  return html`<section aria-labelledby="zone">
<h2 id="zone">What the domain’s own DNS servers answer</h2>
${zone.apex === null ? html`<p>It could not be found out which servers these are.</p>` : zoneServers(zone.apex, zone.servers)}
</section>`;
}

function zoneServers(apex: string, servers: Status['zone']['servers']): Html {
  const zone = nameOf(apex);
  if (servers.length === 0) return html`<p>The servers of ${zone} could not be asked.</p>`;
  return html`<p>A change at the DNS provider of ${zone} shows here first. Others follow when what they remember has run out.</p>
<ul class="card rows">${servers.map(
    ({ name, address, answer }) => html`<li>
<p class="name"><strong>${isolated(name)}</strong> <span class="aside">${isolated(address)}</span></p>
<p class="words">${answer}</p>
</li>`,
  )}</ul>`;
}

function nameOf(name: string): Html {
  return html`<span class="name">${isolated(name)}</span>`;
}
