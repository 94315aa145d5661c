import type { RecordToTouch } from '../../advice/action.ts';
import { asTyped } from '../../providers/dns-provider.ts';
import { ENGLISH } from '../../words/english/english.ts';
import type { ProviderStatus } from '../status.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';

const WORDS = ENGLISH.page.records;
const LEFT_EMPTY = ENGLISH.providers.page.leftEmpty;

/**
 * A record as the form of a DNS provider has it, with buttons to copy what is typed there.
 *
 * @param provider whose form it is; most providers' where that is not known
 */
export function fieldsOf(
  record: RecordToTouch,
  use: 'to-copy' | 'to-read',
  provider: ProviderStatus | null = null,
): Html {
  const { type, name } = record;
  const typed = provider && asTyped(record, provider);
  const { host, value } = typed ?? record;
  const whole =
    host === name
      ? NOTHING
      : html`<span class="whole">${filled(WORDS.wholeName, { name: isolated(name) })}</span>`;
  return html`<dl>
<div><dt>${WORDS.type}</dt><dd><code>${type}</code></dd></div>
<div><dt>${typed?.hostField ?? WORDS.hostName}</dt><dd><span>${host === '' ? html`${LEFT_EMPTY}` : html`<code>${isolated(host)}</code>`}</span>${copyButton('host name', WORDS.copyWhat.hostName, host)}${whole}</dd></div>
<div><dt>${typed?.valueField ?? WORDS.value}</dt><dd><span><code>${isolated(value)}</code></span>${copyButton('value', WORDS.copyWhat.value, value)}</dd></div>
</dl>`;

  /**
   * Hidden until the script is there, without which it would do nothing.
   *
   * @param field of the record, for the name by which the script knows the button again
   */
  function copyButton(field: string, phrase: string, text: string): Html {
    if (use === 'to-read' || text === '') return NOTHING;
    return html`<button type="button" class="copy" data-keep="${type} ${field} ${text}" hidden><span>${WORDS.copy}</span><span class="unseen"> ${filled(phrase, { value: text })}</span></button>`;
  }
}
