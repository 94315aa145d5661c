import type { HttpsFailure } from '../../diagnosis/authority-parameters.ts';
import type { MessageKey } from '../catalog.ts';
import type { ProblemCatalog } from './problem-texts.ts';

/** What visitors meet at HTTPS, in a proxy in front of the site. */
export const BEHIND_A_PROXY = {
  'https-behind-a-proxy': ({ domain, because, proxy }, { say, text }) => {
    const instead = INSTEAD[because];
    return {
      title: say('https-behind-a-proxy.title', { proxy: proxy ?? 'none' }),
      explanation: text(
        say('https-behind-a-proxy.explanation', { proxy: proxy ?? 'none' }),
        say(`https-behind-a-proxy.${because}`, { domain }),
      ),
      remedy: text(
        proxy === undefined
          ? say('https-behind-a-proxy.remedy', { domain })
          : say(`https-behind-a-proxy.remedy.${proxy}`, { domain, proxy }),
        instead && say(instead),
      ),
    };
  },
} satisfies Partial<ProblemCatalog>;

/** What else mends it, if anything does. */
const INSTEAD: Readonly<Record<HttpsFailure, MessageKey | undefined>> = {
  handshake: 'https-behind-a-proxy.instead.certificate',
  certificate: 'https-behind-a-proxy.instead.certificate',
  loop: 'https-behind-a-proxy.instead.loop',
  'to-http': 'https-behind-a-proxy.instead.to-http',
  untrusted: 'https-behind-a-proxy.instead.untrusted',
  error: undefined,
  'other-site': 'https-behind-a-proxy.instead.other-site',
  'no-answer': 'https-behind-a-proxy.instead.no-answer',
};
