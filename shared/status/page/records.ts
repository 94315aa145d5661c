import type { DnsRecord } from '../../diagnosis/records-to-set.ts';
import type { Words } from '../../words/words.ts';
import type { Status } from '../status.ts';
import { type Html, html, NOTHING } from './html.ts';
import { markOf } from './marks.ts';
import { fieldsOf } from './record-fields.ts';
import { said } from './said.ts';

type Found = Status['records_found'][number];
type Way = readonly DnsRecord[];

/** The records that are there; what is to be done about them stands above. */
export function recordsPart({ records_to_set, records_found }: Status, words: Words): Html {
  const wanted =
    records_to_set.length === 0
      ? NOTHING
      : html`<details data-keep="wanted records"><summary>${said(words, 'page.records.wanted')}</summary>${waysOf(records_to_set, words)}</details>`;
  return html`<section aria-labelledby="records">
<h2 id="records">${said(words, 'page.records.heading')}</h2>
<div class="card"><h3>${said(words, 'page.records.there-now')}</h3>${foundRecords(records_found, words)}${wanted}</div>
</section>`;
}

function waysOf(ways: readonly Way[], words: Words): Html {
  const or = html`<p class="or">${said(words, 'page.records.or')}</p>`;
  return html`${ways.map((way, index) => html`${index === 0 ? NOTHING : or}${wayOf(way, words)}`)}`;
}

function wayOf(way: Way, words: Words): Html {
  return html`<ul class="records">${way.map((record) => html`<li class="record">${fieldsOf(record, 'to-read', words)}</li>`)}</ul>`;
}

function foundRecords(found: readonly Found[], words: Words): Html {
  if (found.length === 0) return html`<p>${markOf('absent')} ${said(words, 'page.records.none-found')}</p>`;
  const [right, wrong] = [
    found.filter(({ is_right }) => is_right),
    found.filter(({ is_right }) => !is_right),
  ];
  return html`${group('wrong', wrong, words)}${group('right', right, words)}`;
}

function group(mark: 'wrong' | 'right', records: readonly Found[], words: Words): Html {
  if (records.length === 0) return NOTHING;
  const key = mark === 'right' ? 'page.records.right' : 'page.records.leads-elsewhere';
  return html`<h4 class="label label-${mark}">${markOf(mark)} ${said(words, key)}</h4>
<ul class="records">${records.map((record) => html`<li class="record record-${mark}">${fieldsOf(record, 'to-read', words)}</li>`)}</ul>`;
}
