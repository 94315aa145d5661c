import type { RecordToTouch } from '../../advice/action.ts';
import { asTyped } from '../../providers/dns-provider.ts';
import type { Words } from '../../words/words.ts';
import type { ProviderStatus } from '../status.ts';
import { type Html, html, isolated, NOTHING } from './html.ts';
import { said } from './said.ts';

/**
 * A record as the form of a DNS provider has it, with buttons to copy what is typed there.
 *
 * @param provider whose form it is; most providers' where that is not known
 */
export function fieldsOf(
  record: RecordToTouch,
  use: 'to-copy' | 'to-read',
  words: Words,
  provider: ProviderStatus | null = null,
): Html {
  const { type, name } = record;
  const typed = provider && asTyped(record, provider);
  const { host, value } = typed ?? record;
  const whole =
    host === name
      ? NOTHING
      : html`<span class="whole">${said(words, 'page.records.whole-name', { name: isolated(name) })}</span>`;
  const hostField = typed ? isolated(typed.hostField) : said(words, 'page.records.host-name');
  const valueField = typed ? isolated(typed.valueField) : said(words, 'page.records.value');
  const shownHost =
    host === '' ? said(words, 'page.records.left-empty') : html`<code>${isolated(host)}</code>`;
  return html`<dl>
<div><dt>${said(words, 'page.records.type')}</dt><dd><code>${type}</code></dd></div>
<div><dt>${hostField}</dt><dd><span>${shownHost}</span>${copyButton('host name', host)}${whole}</dd></div>
<div><dt>${valueField}</dt><dd><span><code>${isolated(value)}</code></span>${copyButton('value', value)}</dd></div>
</dl>`;

  /**
   * Hidden until the script is there, without which it would do nothing.
   *
   * @param field of the record, for the name by which the script knows the button again
   */
  function copyButton(field: 'host name' | 'value', text: string): Html {
    if (use === 'to-read' || text === '') return NOTHING;
    const key = field === 'value' ? 'page.records.copy-value' : 'page.records.copy-host-name';
    return html`<button type="button" class="copy" data-keep="${type} ${field} ${text}" hidden><span>${said(words, 'page.records.copy')}</span><span class="unseen"> ${said(words, key, { value: isolated(text) })}</span></button>`;
  }
}
