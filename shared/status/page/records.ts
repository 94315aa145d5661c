import type { DnsRecord } from '../../diagnosis/records-to-set.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { Status } from '../status.ts';
import { type Html, html, NOTHING } from './html.ts';
import { markOf } from './marks.ts';
import { fieldsOf } from './record-fields.ts';

const WORDS = ENGLISH.page.records;

type Found = Status['records_found'][number];
type Way = readonly DnsRecord[];

/** The records that are there; what is to be done about them stands above. */
export function recordsPart({ records_to_set, records_found }: Status): Html {
  const wanted =
    records_to_set.length === 0
      ? NOTHING
      : html`<details data-keep="wanted records"><summary>${WORDS.wanted}</summary>${waysOf(records_to_set)}</details>`;
  return html`<section aria-labelledby="records">
<h2 id="records">${WORDS.heading}</h2>
<div class="card"><h3>${WORDS.thereNow}</h3>${foundRecords(records_found)}${wanted}</div>
</section>`;
}

function waysOf(ways: readonly Way[]): Html {
  const or = html`<p class="or">${WORDS.or}</p>`;
  return html`${ways.map((way, index) => html`${index === 0 ? NOTHING : or}${wayOf(way)}`)}`;
}

function wayOf(way: Way): Html {
  return html`<ul class="records">${way.map((record) => html`<li class="record">${fieldsOf(record, 'to-read')}</li>`)}</ul>`;
}

function foundRecords(found: readonly Found[]): Html {
  if (found.length === 0) return html`<p>${markOf('absent')} ${WORDS.noneFound}</p>`;
  const [right, wrong] = [
    found.filter(({ is_right }) => is_right),
    found.filter(({ is_right }) => !is_right),
  ];
  return html`${group('wrong', WORDS.leadsElsewhere, wrong)}${group('right', WORDS.right, right)}`;
}

function group(mark: 'wrong' | 'right', words: string, records: readonly Found[]): Html {
  if (records.length === 0) return NOTHING;
  return html`<h4 class="label label-${mark}">${markOf(mark)} ${words}</h4>
<ul class="records">${records.map((record) => html`<li class="record record-${mark}">${fieldsOf(record, 'to-read')}</li>`)}</ul>`;
}
