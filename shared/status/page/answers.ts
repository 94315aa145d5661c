import type { Words } from '../../words/words.ts';
import type { ResolverStatus, Status } from '../status.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { type Mark, markOf } from './marks.ts';
import { said, sentence } from './said.ts';

const MARKS: Readonly<Record<ResolverStatus['verdict'], Mark>> = {
  pointing: 'right',
  partly: 'partly',
  elsewhere: 'wrong',
  missing: 'absent',
  unknown: 'unknown',
};

/** What the resolvers say that half the world asks, and beside it where that should lead. */
export function resolversPart({ domain, verdict, target, resolvers }: Status, words: Words): Html {
  const answer = verdict.kind === 'not-mapped' ? NOTHING : rightAnswer(target, words);
  return html`<section aria-labelledby="resolvers">
<h2 id="resolvers">${said(words, 'page.resolvers.heading')}</h2>
<p>${said(words, 'page.resolvers.asked-for', { domain: nameOf(domain) })}${answer === NOTHING ? NOTHING : html`${words.language.betweenSentences}${answer}`}</p>
<ul class="resolvers">${resolvers.map((resolver) => resolverCard(resolver, words))}</ul>
</section>`;
}

function rightAnswer({ network_domain, addresses: all }: Status['target'], words: Words): Html {
  const addresses = words.list(all);
  if (network_domain === null) {
    return all.length === 0 ? NOTHING : said(words, 'page.resolvers.right-answer', { addresses });
  }
  const network = nameOf(network_domain);
  return all.length === 0
    ? said(words, 'page.resolvers.leads-to', { network })
    : said(words, 'page.resolvers.leads-to-addresses', { network, addresses });
}

function resolverCard({ resolver, verdict, answer }: ResolverStatus, words: Words): Html {
  return html`<li class="card resolver resolver-${verdict}">
<p class="label">${markOf(MARKS[verdict])} ${said(words, `page.resolvers.${verdict}`)}</p>
<p class="words">${sentence(answer)}</p>
<p class="aside name">${isolated(resolver)}</p>
</li>`;
}

/** The servers that need nobody's answer but their own: a change shows there first. */
export function zonePart({ zone }: Status, words: Words): Html {
  return html`<section aria-labelledby="zone">
<h2 id="zone">${said(words, 'page.zone.heading')}</h2>
${zone.apex === null ? html`<p>${said(words, 'page.zone.unknown')}</p>` : zoneServers(zone.apex, zone.servers, words)}
</section>`;
}

function zoneServers(apex: string, servers: Status['zone']['servers'], words: Words): Html {
  const zone = nameOf(apex);
  if (servers.length === 0) return html`<p>${said(words, 'page.zone.not-asked', { zone })}</p>`;
  return html`<p>${said(words, 'page.zone.shown-here-first', { zone })}</p>
<ul class="card rows">${servers.map(
    ({ name, address, answer }) => html`<li>
<p class="name"><strong>${isolated(name)}</strong> <span class="aside">${isolated(address)}</span></p>
<p class="words">${sentence(answer)}</p>
</li>`,
  )}</ul>`;
}

function nameOf(name: string): Html {
  return html`<span class="name">${isolated(name)}</span>`;
}
