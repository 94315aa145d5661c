import type { RecordToTouch } from '../../advice/action.ts';
import { ENGLISH } from '../../words/english/english.ts';
import { filled, type Html, html, isolated, NOTHING } from './html.ts';

const WORDS = ENGLISH.page.records;

/** A record as the form of a DNS provider has it, with buttons to copy what is typed there. */
export function fieldsOf({ type, host, name, value }: RecordToTouch, use: 'to-copy' | 'to-read'): Html {
  const whole =
    host === name
      ? NOTHING
      : html`<span class="whole">${filled(WORDS.wholeName, { name: isolated(name) })}</span>`;
  return html`<dl>
<div><dt>${WORDS.type}</dt><dd><code>${type}</code></dd></div>
<div><dt>${WORDS.hostName}</dt><dd><span><code>${isolated(host)}</code></span>${copyButton('host name', WORDS.copyWhat.hostName, host)}${whole}</dd></div>
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
