import type { HttpsFailure } from '../../diagnosis/authority-parameters.ts';
import type { ProxyName } from '../../diagnosis/proxy-ranges.ts';
import type { ProblemCatalog } from '../catalog.ts';

/** How a customer of a proxy takes one name out of it, as a part of the sentence that begins with "If you use it,". */
export const SWITCHING_OFF: Readonly<Record<ProxyName, string>> = {
  Cloudflare: 'set the proxy status of its record to "DNS only" (the grey cloud)',
};

/** What visitors meet at HTTPS, in a proxy in front of the site. */
export const BEHIND_A_PROXY = {
  'https-behind-a-proxy': ({ domain, because, proxy }) => {
    const who = proxy ?? 'The proxy';
    const off =
      proxy === undefined
        ? 'Take the domain out of the proxy'
        : `If you use ${proxy} for your domain, ${SWITCHING_OFF[proxy]}`;
    return {
      title: `HTTPS does not get through ${proxy ?? 'the proxy'}`,
      explanation: `${who} stands between the visitors and this site. What they ask for over plain HTTP arrives here, but over HTTPS it does not: ${WHAT_HAPPENS[because](domain)}. So browsers cannot open the site.`,
      remedy: `${off}. Then ${domain} leads here directly, and gets its certificate here.${INSTEAD[because]}`,
    };
  },
} satisfies Partial<ProblemCatalog>;

/** The end of a sentence. */
const WHAT_HAPPENS: Readonly<Record<HttpsFailure, (domain: string) => string>> = {
  handshake: () => 'the proxy gets no secure connection with the site (error 525)',
  certificate: (domain) => `the proxy finds no good certificate for ${domain} at the site (error 526)`,
  loop: () => 'visitors are sent on and on in a circle',
  'to-http': () => 'visitors are sent back to plain HTTP',
  untrusted: () => 'browsers do not trust the certificate that they are shown',
  error: () => 'the proxy answers with an error',
  'other-site': () => 'another site answers',
  'no-answer': () => 'nobody answers',
};

/** What else mends it, as a sentence more, if anything does. */
const INSTEAD: Readonly<Record<HttpsFailure, string>> = {
  handshake: ' If it has to stay in, the people who run your site have to ask Closte for that certificate.',
  certificate: ' If it has to stay in, the people who run your site have to ask Closte for that certificate.',
  loop: ' If it has to stay in, set the proxy to call the site over HTTPS (at Cloudflare: SSL/TLS, "Full").',
  'to-http': ' If it has to stay in, remove the rule there that sends visitors to HTTP.',
  untrusted: ' If it has to stay in, have the proxy issue a certificate for the domain.',
  error: '',
  'other-site': ' If it has to stay in, remove the rule there that leads HTTPS to another site.',
  'no-answer': ' If it has to stay in, switch HTTPS on there.',
};
