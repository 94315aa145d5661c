import type { DnsRecord } from '../../diagnosis/records-to-set.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { Status } from '../status.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';
import { markOf } from './marks.ts';

const WORDS = ENGLISH.page.records;

type Found = Status['records_found'][number];
type Way = readonly DnsRecord[];

/**
 * The records to set and those that are there, side by side; where nothing is to be set, those that are
 * there.
 */
export function recordsPart(status: Status): Html {
  return html`<section aria-labelledby="records">
<h2 id="records">${WORDS.heading}</h2>
${isToBeSet(status) ? sideBySide(status) : asItIs(status)}
</section>`;
}

/**
 * Whether records have to be changed. While it is only waited, a wrong one is what somebody still remembers;
 * and that of a domain which is not mapped may be right for another place.
 */
function isToBeSet({ verdict, records_found }: Status): boolean {
  if (verdict.kind !== 'action-needed') return false;
  return records_found.length === 0 || records_found.some(({ is_right }) => !is_right);
}

function sideBySide(status: Status): Html {
  return html`<div class="columns">
<div class="card">
<h3>${WORDS.toSet}</h3>
${whereToSet(status)}
${waysOf(status.records_to_set)}
</div>
<div class="card">
<h3>${WORDS.thereNow}</h3>
${foundRecords(status.records_found, WORDS.remove)}
</div>
</div>`;
}

function asItIs({ records_to_set, records_found }: Status): Html {
  const wanted =
    records_to_set.length === 0
      ? NOTHING
      : html`<details data-keep="wanted records"><summary>${WORDS.wanted}</summary>${waysOf(records_to_set)}</details>`;
  return html`<div class="card"><h3>${WORDS.thereNow}</h3>${foundRecords(records_found, WORDS.leadsElsewhere)}${wanted}</div>`;
}

function whereToSet({ zone, records_to_set }: Status): Html {
  if (records_to_set.length === 0) return html`<p>${WORDS.waysUnknown}</p>`;
  const where =
    zone.apex === null
      ? html`${WORDS.whereToSetIn}`
      : filled(WORDS.whereToSet, { zone: html`<strong class="name">${isolated(zone.apex)}</strong>` });
  const isAtApex = records_to_set.flat().some(({ host }) => host === '@');
  return html`<p>${where}${isAtApex ? html` ${WORDS.atSign}` : NOTHING}</p>`;
}

function waysOf(ways: readonly Way[]): Html {
  const or = html`<p class="or">${WORDS.or}</p>`;
  return html`${ways.map((way, index) => html`${index === 0 ? NOTHING : or}${wayOf(way)}`)}`;
}

function wayOf(way: Way): Html {
  return html`<ul class="records">${way.map((record) => html`<li class="record">${fieldsOf(record, 'to-copy')}</li>`)}</ul>`;
}

function foundRecords(found: readonly Found[], wrongWords: string): Html {
  if (found.length === 0) return html`<p>${markOf('absent')} ${WORDS.noneFound}</p>`;
  const [right, wrong] = [
    found.filter(({ is_right }) => is_right),
    found.filter(({ is_right }) => !is_right),
  ];
  return html`${group('wrong', wrongWords, wrong)}${group('right', WORDS.right, right)}`;
}

function group(mark: 'wrong' | 'right', words: string, records: readonly Found[]): Html {
  if (records.length === 0) return NOTHING;
  return html`<h4 class="label label-${mark}">${markOf(mark)} ${words}</h4>
<ul class="records">${records.map((record) => html`<li class="record record-${mark}">${fieldsOf(record, 'to-read')}</li>`)}</ul>`;
}

function fieldsOf({ type, host, name, value }: DnsRecord, use: 'to-copy' | 'to-read'): Html {
  const whole =
    host === name
      ? NOTHING
      : html`<span class="whole">${filled(WORDS.wholeName, { name: isolated(name) })}</span>`;
  return html`<dl>
<div><dt>${WORDS.type}</dt><dd><code>${type}</code></dd></div>
<div><dt>${WORDS.hostName}</dt><dd><span><code>${isolated(host)}</code>${whole}</span>${copyButton('host name', WORDS.copyWhat.hostName, host)}</dd></div>
<div><dt>${WORDS.value}</dt><dd><span><code>${isolated(value)}</code></span>${copyButton('value', WORDS.copyWhat.value, value)}</dd></div>
</dl>`;

  /**
   * Hidden until the script is there, without which it would do nothing.
   *
   * @param field of the record, for the name by which the script knows the button again
   */
  function copyButton(field: string, phrase: string, text: string): Html {
    if (use === 'to-read') return NOTHING;
    return html`<button type="button" class="copy" data-keep="${type} ${field} ${text}" hidden><span>${WORDS.copy}</span><span class="unseen"> ${filled(phrase, { value: text })}</span></button>`;
  }
}
