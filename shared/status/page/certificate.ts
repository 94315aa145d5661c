import { ENGLISH } from '../../words/english/english.ts';
import type { CertificateStatus, Status } from '../status.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';
import { markOf } from './marks.ts';
import { timeOf } from './time.ts';

const WORDS = ENGLISH.page.certificate;

type Chain = CertificateStatus['chain'];

export function certificatePart({ verdict, certificate }: Status): Html {
  if (certificate === null && verdict.kind === 'not-mapped') return NOTHING;
  return html`<section aria-labelledby="certificate">
<h2 id="certificate">${WORDS.heading}</h2>
${certificate === null ? html`<p>${WORDS.notLookedAt}</p>` : seen(certificate)}
</section>`;
}

function seen({ is_right, addresses, chain, names }: CertificateStatus): Html {
  const [mark, words] = is_right ? (['right', WORDS.good] as const) : (['wrong', WORDS.notGood] as const);
  return html`<div class="card">
<p class="label label-${mark}">${markOf(mark)} ${words}</p>
${addresses.length === 0 ? NOTHING : html`<ul class="rows">${addresses.map(addressRow)}</ul>`}
${names.length === 0 ? NOTHING : html`<h3>${WORDS.names}</h3><ul class="names">${names.map((name) => html`<li class="name">${isolated(name)}</li>`)}</ul>`}
${chain.length === 0 ? NOTHING : html`<h3>${WORDS.chain}</h3><ol class="chain">${chain.map(link)}</ol>`}
</div>`;
}

function addressRow({ address, shows }: CertificateStatus['addresses'][number]): Html {
  return html`<li><p class="name"><strong>${isolated(address)}</strong></p><p class="words">${shows}</p></li>`;
}

function link({ subject, issuer, not_before, not_after }: Chain[number]): Html {
  const authority = html`<span class="name">${isolated(issuer)}</span>`;
  return html`<li>
<p class="name"><strong>${isolated(subject)}</strong></p>
<p>${filled(WORDS.issuedBy, { issuer: authority })}</p>
<p class="aside">${filled(WORDS.valid, { from: timeOf(not_before), to: timeOf(not_after) })}</p>
</li>`;
}
