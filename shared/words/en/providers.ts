/**
 * What is said of the company at which the records of a domain are kept. The fields are called as in its form, whatever
 * the language.
 */
export const PROVIDERS = {
  'provider.kept': 'The DNS records of this domain are kept at {provider}.',
  'provider.typed':
    'At {provider}, type {host} into the field “{host_field}” and {value} into the field “{value_field}”.',
  'provider.typed.host-empty':
    'At {provider}, leave the field “{host_field}” empty and type {value} into the field “{value_field}”.',
  'provider.applies': '{provider} can set the records for you: open {url} and agree.',
} as const satisfies Readonly<Record<string, string>>;
