/**
 * What is said of the company at which the records of a domain are kept. What is in braces is filled in: a phrase stays
 * whole, so that a language can put its words in an order of their own.
 */
export const PROVIDERS = {
  kept: 'The DNS records of this domain are kept at {provider}.',
  typed: 'At {provider}, type {host} into the field “{hostField}” and {value} into the field “{valueField}”.',
  typedHostEmpty:
    'At {provider}, leave the field “{hostField}” empty and type {value} into the field “{valueField}”.',
  applies: '{provider} can set the records for you: open {url} and agree.',
  page: {
    whereToSet: 'In the DNS settings of {zone}, at {provider}.',
    leftEmpty: 'leave it empty',
    apply: 'Let {provider} set the records for you',
    /** Beside the link. */
    applyAt: 'You sign in at {host}, see what will be changed, and agree. Or set them yourself:',
  },
};
