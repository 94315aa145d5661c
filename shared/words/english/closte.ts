import type { ProblemCatalog } from '../catalog.ts';

/** What is wrong between Closte, where the site is hosted, and the domain. Its owner can do nothing about it. */
export const CLOSTE = {
  'not-an-alias': ({ domain }) => ({
    title: 'Closte does not know the domain',
    explanation: `Closte, where the site is hosted, has no alias for ${domain}: it has not been told that the domain belongs to the site.`,
    remedy:
      'You have nothing to do: Closte is told of it again by itself within an hour. If that does not help, the people who run your site have to ask Closte.',
  }),

  'key-refused': ({ domain }) => ({
    title: 'Closte refuses to be asked',
    explanation: `Closte, where the site is hosted, does not say whether it knows ${domain}: it refuses the question, most likely because of the key that goes with it.`,
    remedy:
      "You have nothing to do. The people who run your site have to look at their key (CLOSTE_CLIENT_API_KEY) and at the app in Closte's dashboard.",
  }),

  'closte-unreachable': ({ domain }) => ({
    title: 'Closte does not answer at the moment',
    explanation: `Closte, where the site is hosted, could not be asked whether it knows ${domain}. That says nothing about the domain.`,
    remedy: 'You have nothing to do: Closte is asked again.',
  }),

  'rejected-by-closte': ({ domain }) => ({
    title: 'Closte does not take the domain',
    explanation: `Closte, where the site is hosted, does not take ${domain} for a domain that can be mapped to a site.`,
    remedy: 'Check the spelling. If it is right, the people who run your site have to ask Closte.',
  }),

  'held-elsewhere': ({ domain }) => ({
    title: 'Another site at Closte has the domain',
    explanation: `Closte, where the site is hosted, says that ${domain} is taken already, and not by this site: another site at Closte has it. One domain can belong to one site only.`,
    remedy: `If you have or had another site at Closte with ${domain}, remove the domain there. If not, the people who run your site have to ask Closte who has it. It is tried again once a day.`,
  }),
} satisfies Partial<ProblemCatalog>;
