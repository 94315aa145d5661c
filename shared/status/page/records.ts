import type { DnsRecord } from '../../diagnosis/records-to-set.ts';
import type { Status } from '../status.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { markOf } from './marks.ts';

type Found = Status['records_found'][number];
type Way = readonly DnsRecord[];

/**
 * The records to set and those that are there, side by side; where nothing is to be set, those that are
 * there.
 */
export function recordsPart(status: Status): Html {
  return html`<section aria-labelledby="records">
<h2 id="records">DNS records</h2>
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
<h3>Set this</h3>
${whereToSet(status)}
${waysOf(status.records_to_set)}
</div>
<div class="card">
<h3>There now</h3>
${foundRecords(status.records_found, 'Remove')}
</div>
</div>`;
}

function asItIs({ records_to_set, records_found }: Status): Html {
  const wanted =
    records_to_set.length === 0
      ? NOTHING
      : html`<details data-keep="wanted records"><summary>The records that it should have</summary>${waysOf(records_to_set)}</details>`;
  return html`<div class="card"><h3>There now</h3>${foundRecords(records_found, 'Leads elsewhere')}${wanted}</div>`;
}

function whereToSet({ zone, records_to_set }: Status): Html {
  const where =
    zone.apex === null ? html`your domain` : html`<strong class="name">${isolated(zone.apex)}</strong>`;
  const atSign = records_to_set.flat().some(({ host }) => host === '@')
    ? ' The host name @ stands for the domain itself; some forms want it left empty.'
    : '';
  return records_to_set.length === 0
    ? html`<p>Which records to set is not known at the moment.</p>`
    : html`<p>In the DNS settings of ${where}, at your DNS provider.${atSign}</p>`;
}

function waysOf(ways: readonly Way[]): Html {
  const or = html`<p class="or">or</p>`;
  return html`${ways.map((way, index) => html`${index === 0 ? NOTHING : or}${wayOf(way)}`)}`;
}

function wayOf(way: Way): Html {
  return html`<ul class="records">${way.map((record) => html`<li class="record">${fieldsOf(record, 'to-copy')}</li>`)}</ul>`;
}

function foundRecords(found: readonly Found[], wrongWords: string): Html {
  if (found.length === 0) return html`<p>${markOf('absent')} No record was found for this name.</p>`;
  const [right, wrong] = [
    found.filter(({ is_right }) => is_right),
    found.filter(({ is_right }) => !is_right),
  ];
  return html`${group('wrong', wrongWords, wrong)}${group('right', 'Right', right)}`;
}

function group(mark: 'wrong' | 'right', words: string, records: readonly Found[]): Html {
  if (records.length === 0) return NOTHING;
  return html`<h4 class="label label-${mark}">${markOf(mark)} ${words}</h4>
<ul class="records">${records.map((record) => html`<li class="record record-${mark}">${fieldsOf(record, 'to-read')}</li>`)}</ul>`;
}

function fieldsOf({ type, host, name, value }: DnsRecord, use: 'to-copy' | 'to-read'): Html {
  const whole = host === name ? NOTHING : html`<span class="whole">in full: ${isolated(name)}</span>`;
  return html`<dl>
<div><dt>Type</dt><dd><code>${type}</code></dd></div>
<div><dt>Host name</dt><dd><span><code>${isolated(host)}</code>${whole}</span>${copyButton('host name', host)}</dd></div>
<div><dt>Value</dt><dd><span><code>${isolated(value)}</code></span>${copyButton('value', value)}</dd></div>
</dl>`;

  /** Hidden until the script is there, without which it would do nothing. */
  function copyButton(what: string, text: string): Html {
    if (use === 'to-read') return NOTHING;
    return html`<button type="button" class="copy" data-keep="${type} ${what} ${text}" hidden><span>Copy</span><span class="unseen"> ${what} ${text}</span></button>`;
  }
}
