import { ENGLISH } from '../../words/english/english.ts';
import type { ResolverStatus, Status } from '../status.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';

const { resolvers: OF_RESOLVERS, zone: OF_ZONE } = ENGLISH.page;

const MARKS: Readonly<Record<ResolverStatus['verdict'], Mark>> = {
  pointing: 'right',
  partly: 'partly',
  elsewhere: 'wrong',
  missing: 'absent',
  unknown: 'unknown',
};

/** What the resolvers say that half the world asks, and beside it where that should lead. */
export function resolversPart({ domain, verdict, target, resolvers }: Status): Html {
  return html`<section aria-labelledby="resolvers">
<h2 id="resolvers">${OF_RESOLVERS.heading}</h2>
<p>${filled(OF_RESOLVERS.askedFor, { domain: nameOf(domain) })}${verdict.kind === 'not-mapped' ? NOTHING : rightAnswer(target)}</p>
<ul class="resolvers">${resolvers.map(resolverCard)}</ul>
</section>`;
}

/** A sentence that follows another, or nothing. */
function rightAnswer({ network_domain, addresses: list }: Status['target']): Html {
  const separator = OF_RESOLVERS.addressSeparator;
  const addresses = list.map((address, index) => html`${index === 0 ? '' : separator}${nameOf(address)}`);
  if (network_domain === null) {
    return list.length === 0 ? NOTHING : html` ${filled(OF_RESOLVERS.rightAnswer, { addresses })}`;
  }
  const network = nameOf(network_domain);
  return list.length === 0
    ? html` ${filled(OF_RESOLVERS.rightAnswerLeadsTo, { network })}`
    : html` ${filled(OF_RESOLVERS.rightAnswerLeadsToAddresses, { network, addresses })}`;
}

function resolverCard({ resolver, verdict, answer }: ResolverStatus): Html {
  return html`<li class="card resolver resolver-${verdict}">
<p class="label">${markOf(MARKS[verdict])} ${OF_RESOLVERS.verdicts[verdict]}</p>
<p class="words">${answer}</p>
<p class="aside name">${isolated(resolver)}</p>
</li>`;
}

/** The servers that need nobody's answer but their own: a change shows there first. */
export function zonePart({ zone }: Status): Html {
  return html`<section aria-labelledby="zone">
<h2 id="zone">${OF_ZONE.heading}</h2>
${zone.apex === null ? html`<p>${OF_ZONE.unknown}</p>` : zoneServers(zone.apex, zone.servers)}
</section>`;
}

function zoneServers(apex: string, servers: Status['zone']['servers']): Html {
  const zone = nameOf(apex);
  if (servers.length === 0) return html`<p>${filled(OF_ZONE.notAsked, { zone })}</p>`;
  return html`<p>${filled(OF_ZONE.shownHereFirst, { zone })}</p>
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
