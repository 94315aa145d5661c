/** What is wrong between Closte, where the site is hosted, and the domain. Its owner can do nothing about it. */
export const CLOSTE = {
  'not-an-alias.title': 'Closte does not know the domain',
  'not-an-alias.explanation':
    'Closte, where the site is hosted, has no alias for {domain}: it has not been told that the domain belongs to the site.',
  'not-an-alias.remedy':
    'You have nothing to do: Closte is told of it again by itself within an hour. If that does not help, the people who run your site have to ask Closte.',

  'key-refused.title': 'Closte refuses to be asked',
  'key-refused.explanation':
    'Closte, where the site is hosted, does not say whether it knows {domain}: it refuses the question, most likely because of the key that goes with it.',
  'key-refused.remedy':
    "You have nothing to do. The people who run your site have to look at their key (CLOSTE_CLIENT_API_KEY) and at the app in Closte's dashboard.",

  'closte-unreachable.title': 'Closte does not answer at the moment',
  'closte-unreachable.explanation':
    'Closte, where the site is hosted, could not be asked whether it knows {domain}. That says nothing about the domain.',
  'closte-unreachable.remedy': 'You have nothing to do: Closte is asked again.',

  'rejected-by-closte.title': 'Closte does not take the domain',
  'rejected-by-closte.explanation':
    'Closte, where the site is hosted, does not take {domain} for a domain that can be mapped to a site.',
  'rejected-by-closte.remedy':
    'Check the spelling. If it is right, the people who run your site have to ask Closte.',

  'held-elsewhere.title': 'Another site at Closte has the domain',
  'held-elsewhere.explanation':
    'Closte, where the site is hosted, says that {domain} is taken already, and not by this site: another site at Closte has it. One domain can belong to one site only.',
  'held-elsewhere.remedy':
    'If you have or had another site at Closte with {domain}, remove the domain there. If not, the people who run your site have to ask Closte who has it. It is tried again once a day.',
} as const satisfies Readonly<Record<string, string>>;
