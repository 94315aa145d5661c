import type { Words } from '../../words/words.ts';
import type { CertificateStatus, Status } from '../status.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { markOf } from './marks.ts';
import { said, sentence } from './said.ts';
import { timeOf } from './time.ts';

type Chain = CertificateStatus['chain'];

export function certificatePart({ verdict, certificate }: Status, words: Words): Html {
  if (certificate === null && verdict.kind === 'not-mapped') return NOTHING;
  return html`<section aria-labelledby="certificate">
<h2 id="certificate">${said(words, 'page.certificate.heading')}</h2>
${certificate === null ? html`<p>${said(words, 'page.certificate.not-looked-at')}</p>` : seen(certificate, words)}
</section>`;
}

function seen({ is_right, addresses, chain, names }: CertificateStatus, words: Words): Html {
  const [mark, key] = is_right
    ? (['right', 'page.certificate.good'] as const)
    : (['wrong', 'page.certificate.not-good'] as const);
  return html`<div class="card">
<p class="label label-${mark}">${markOf(mark)} ${said(words, key)}</p>
${addresses.length === 0 ? NOTHING : html`<ul class="rows">${addresses.map(addressRow)}</ul>`}
${names.length === 0 ? NOTHING : html`<h3>${said(words, 'page.certificate.names')}</h3><ul class="names">${names.map((name) => html`<li class="name">${isolated(name)}</li>`)}</ul>`}
${chain.length === 0 ? NOTHING : html`<h3>${said(words, 'page.certificate.chain')}</h3><ol class="chain">${chain.map((one) => link(one, words))}</ol>`}
</div>`;
}

function addressRow({ address, shows }: CertificateStatus['addresses'][number]): Html {
  return html`<li><p class="name"><strong>${isolated(address)}</strong></p><p class="words">${sentence(shows)}</p></li>`;
}

function link({ subject, issuer, not_before, not_after }: Chain[number], words: Words): Html {
  const authority = html`<span class="name">${isolated(issuer)}</span>`;
  const times = { from: timeOf(not_before, words), to: timeOf(not_after, words) };
  return html`<li>
<p class="name"><strong>${isolated(subject)}</strong></p>
<p>${said(words, 'page.certificate.issued-by', { issuer: authority })}</p>
<p class="aside">${said(words, 'page.certificate.valid', times)}</p>
</li>`;
}
