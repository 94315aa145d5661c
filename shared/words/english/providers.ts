/** What stands on the page about the company at which the records of a domain are kept, its places filled with markup. */
export const PROVIDERS = {
  page: {
    whereToSet: 'In the DNS settings of {zone}, at {provider}.',
    leftEmpty: 'leave it empty',
    apply: 'Let {provider} set the records for you',
    /** Beside the link. */
    applyAt: 'You sign in at {host}, see what will be changed, and agree. Or set them yourself:',
  },
};
