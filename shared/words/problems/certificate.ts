import type { DomainProblem } from '../../diagnosis/domain-problem.ts';
import type { Words } from '../words.ts';
import type { ProblemCatalog, ProblemTexts } from './problem-texts.ts';

/** What is wrong with the certificate that a domain shows, or that it shows none. */
export const CERTIFICATE = {
  'no-https': ({ domain, because, addresses }, { say, few }) => ({
    title: say(because === 'no-way-there' ? 'no-https.no-way-there.title' : 'no-https.title'),
    explanation: say(`no-https.${because}.explanation`, { domain, addresses: few(addresses) }),
    remedy: say(`no-https.${because}.remedy`),
  }),

  'no-certificate': ({ domain, addresses }, { say, few }) => ({
    title: say('no-certificate.title'),
    explanation: say('no-certificate.explanation', { domain, addresses: few(addresses) }),
    remedy: say('no-certificate.remedy', { domain }),
  }),

  'default-certificate': forOtherNames,
  'wrong-name': forOtherNames,

  expired: ofTheDomain,
  'not-yet-valid': ofTheDomain,
  'self-signed': ofTheDomain,
  'untrusted-issuer': ofTheDomain,

  'incomplete-chain': ({ domain, missing }, { say, few }) => {
    const names = missing.map((issuer) => [...issuer].slice(0, LONGEST_ISSUER).join(''));
    return {
      title: say('incomplete-chain.title'),
      explanation: say('incomplete-chain.explanation', {
        domain,
        issuers: few(names, MOST_NAMES),
        count: names.length,
      }),
      remedy: say('incomplete-chain.remedy'),
    };
  },

  'expiring-soon': ({ domain, notAfter }, { say, time }) => ({
    title: say('expiring-soon.title'),
    explanation: say('expiring-soon.explanation', { domain, end: time(notAfter) }),
    remedy: say('expiring-soon.remedy'),
  }),

  'still-being-issued': ({ domain }, { say }) => ({
    title: say('still-being-issued.title'),
    explanation: say('still-being-issued.explanation', { domain }),
    remedy: say('nothing-to-do'),
  }),
} satisfies Partial<ProblemCatalog>;

/** A certificate may name its issuer at any length, in characters. */
const LONGEST_ISSUER = 100;

/** Certificates may hold for a hundred names. */
const MOST_NAMES = 3;

function forOtherNames(
  { code, domain, names }: DomainProblem<'default-certificate' | 'wrong-name'>,
  { say, few }: Words,
): ProblemTexts {
  return {
    title: say(`${code}.title`),
    explanation: say(`${code}.explanation`, { domain, names: few(names, MOST_NAMES), count: names.length }),
    remedy: say(`${code}.remedy`, { domain }),
  };
}

function ofTheDomain(
  { code, domain }: DomainProblem<'expired' | 'not-yet-valid' | 'self-signed' | 'untrusted-issuer'>,
  { say }: Words,
): ProblemTexts {
  return {
    title: say(`${code}.title`),
    explanation: say(`${code}.explanation`, { domain }),
    remedy: say(`${code}.remedy`),
  };
}
