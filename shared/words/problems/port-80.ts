import type { ProblemCatalog } from './problem-texts.ts';

/** What is wrong with port 80, over which Let's Encrypt validates (https://letsencrypt.org/docs/allow-port-80/). */
export const PORT_80 = {
  'port-80-closed': ({ severity, domain, addresses }, { say, text, few }) => ({
    title: say('port-80-closed.title'),
    explanation: text(
      say('port-80-closed.explanation', { domain, addresses: few(addresses) }),
      say('port-80.consequence', { severity }),
    ),
    remedy: say('port-80.remedy'),
  }),

  'port-80-timeout': ({ severity, domain, addresses }, { say, text, few }) => ({
    title: say('port-80-timeout.title'),
    explanation: text(
      say('port-80-timeout.explanation', { domain, addresses: few(addresses) }),
      say('port-80.consequence', { severity }),
    ),
    remedy: say('port-80.remedy'),
  }),

  'http-redirects-elsewhere': (problem, { say, text }) => {
    const { severity, domain, to } = problem;
    const title = say('http-redirects-elsewhere.title');
    const remedy = say('http-redirects-elsewhere.remedy', { domain });
    if (problem.authority === 'follows') {
      return { title, explanation: say('http-redirects-elsewhere.explanation', { domain, to }), remedy };
    }
    const { because } = problem;
    return {
      title,
      explanation: text(
        say('http-redirects-elsewhere.sent-on', { domain, to }),
        say(`http-redirects-elsewhere.not-followed.${because}`),
        say('port-80.consequence', { severity }),
      ),
      remedy:
        because === 'missing-slash'
          ? say('http-redirects-elsewhere.remedy.missing-slash', { domain, address: withSlash(to) })
          : remedy,
    };
  },

  'http-redirect-loop': ({ severity, domain }, { say, text }) => ({
    title: say('http-redirect-loop.title'),
    explanation: text(
      say('http-redirect-loop.explanation', { domain }),
      say('port-80.consequence', { severity }),
    ),
    remedy: say('http-redirects-elsewhere.remedy', { domain }),
  }),

  'answers-differ-between-addresses': ({ domain, addresses }, { say, few }) => ({
    title: say('answers-differ-between-addresses.title'),
    explanation: say('answers-differ-between-addresses.explanation', { domain, addresses: few(addresses) }),
    remedy: say('answers-differ-between-addresses.remedy', { domain }),
  }),
} satisfies Partial<ProblemCatalog>;

/** The path of the proof stands right behind the host name where the slash is missing. */
function withSlash(to: string): string {
  return `${to.replace(/\.well-known$/, '')}/`;
}
