import type { CaaMendedBy } from '../../diagnosis/authority-parameters.ts';
import type { MessageKey } from '../catalog.ts';
import { type Inserted, typed, type Words } from '../words.ts';
import type { ProblemCatalog } from './problem-texts.ts';
import { addressRecordsInWords, placeInWords } from './records.ts';

/** What keeps the certificate authority from issuing. Closte's is Let's Encrypt. */
export const AUTHORITY_PROBLEMS = {
  'caa-forbids': ({ severity, domain, because, allowing, mendedBy }, words) => {
    const { flags, tag, value } = allowing;
    const values = { flags: String(flags), tag, value: typed(value) };
    return {
      title: words.say('caa-forbids.title'),
      explanation: words.text(
        words.say(`caa-forbids.explanation.${because}`, { domain }),
        words.say('caa.consequence', { severity }),
      ),
      remedy: mending('caa-forbids', mendedBy, values, words),
    };
  },

  'caa-unknown-critical': ({ severity, domain, caa, mendedBy }, words) => {
    const tags = words.few([...new Set(caa.records.map(({ tag }) => tag))]);
    const isOwn = mendedBy.kind === 'record' && mendedBy.own.name === caa.name;
    return {
      title: words.say('caa-unknown-critical.title'),
      explanation: words.text(
        words.say('caa-unknown-critical.explanation', { domain, tags }),
        words.say('caa.consequence', { severity }),
      ),
      remedy: isOwn
        ? words.say('caa-unknown-critical.remedy.remove', { tags, place: placeInWords(caa, words) })
        : mending('caa-unknown-critical', mendedBy, { tags, above: caa.name }, words),
    };
  },

  'caa-not-answered': ({ severity, asked, servers }, { say, text }) => ({
    title: say('caa-not-answered.title'),
    explanation: text(say('caa-not-answered.explanation', { asked }), say('caa.consequence', { severity })),
    remedy: say(`caa-not-answered.remedy.${servers}`, { asked }),
  }),

  'wildcard-needs-dns-validation': ({ domain }, { say }) => ({
    title: say('wildcard-needs-dns-validation.title'),
    explanation: say('wildcard-needs-dns-validation.explanation', { domain }),
    remedy: say('wildcard-needs-dns-validation.remedy'),
  }),
} satisfies Partial<ProblemCatalog>;

type Mended = 'caa-forbids' | 'caa-unknown-critical';

/** @param values what is to be done to the records */
function mending(
  problem: Mended,
  by: CaaMendedBy,
  values: Readonly<Record<string, Inserted>>,
  words: Words,
): string {
  const { say, text } = words;
  switch (by.kind) {
    case 'record':
      return say(`${problem}.remedy.own`, { ...values, place: placeInWords(by.own, words) });
    case 'network':
      return say(`${problem}.remedy.network`, values);
    case 'target': {
      const key = `${problem}.remedy.target` satisfies MessageKey;
      const ask = say(key, { ...values, target: by.target, alias: by.alias.name });
      if (by.addresses.length === 0) return ask;
      const records = addressRecordsInWords(by.addresses, words);
      return text(ask, say('caa.or-replace-alias', { place: placeInWords(by.alias, words), records }));
    }
  }
}
