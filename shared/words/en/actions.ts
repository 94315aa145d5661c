/**
 * What is to be done: a message for each action and for who has to do it, since the verb stands in another form where
 * the owner is told to do it than where he is told who will. `value`, `old` and `host` are typed into a form as they are.
 */
export const ACTIONS = {
  'action.set.owner':
    'Set {type, select, A {an A record} AAAA {an AAAA record} NS {an NS record} other {a {type} record}} for {place} to {value}.',
  'action.set.operator':
    'You have nothing to do: the people who run your site have to set {type, select, A {an A record} AAAA {an AAAA record} NS {an NS record} other {a {type} record}} for {place} to {value}.',
  'action.set.closte':
    'You have nothing to do: Closte, where the site is hosted, has to set {type, select, A {an A record} AAAA {an AAAA record} NS {an NS record} other {a {type} record}} for {place} to {value}.',

  'action.set-caa.owner':
    'Add a CAA record for {place} with the value {value}. The others can stay as they are.',
  'action.set-caa.operator':
    'You have nothing to do: the people who run your site have to add a CAA record for {place} with the value {value}. The others can stay as they are.',
  'action.set-caa.closte':
    'You have nothing to do: Closte, where the site is hosted, has to add a CAA record for {place} with the value {value}. The others can stay as they are.',

  'action.change.owner': 'Change the {type} record {old} of {place} to {value}.',
  'action.change.operator':
    'You have nothing to do: the people who run your site have to change the {type} record {old} of {place} to {value}.',
  'action.change.closte':
    'You have nothing to do: Closte, where the site is hosted, has to change the {type} record {old} of {place} to {value}.',

  'action.change-type.owner':
    'Change the {old_type} record {old} of {place} into {type, select, A {an A record} AAAA {an AAAA record} NS {an NS record} other {a {type} record}} to {value}. If the form cannot do that, remove the one, and then set the other.',
  'action.change-type.operator':
    'You have nothing to do: the people who run your site have to change the {old_type} record {old} of {place} into {type, select, A {an A record} AAAA {an AAAA record} NS {an NS record} other {a {type} record}} to {value}. If the form cannot do that, remove the one, and then set the other.',
  'action.change-type.closte':
    'You have nothing to do: Closte, where the site is hosted, has to change the {old_type} record {old} of {place} into {type, select, A {an A record} AAAA {an AAAA record} NS {an NS record} other {a {type} record}} to {value}. If the form cannot do that, remove the one, and then set the other.',

  'action.remove.owner': 'Remove the {type} record {value} of {place}.',
  'action.remove.operator':
    'You have nothing to do: the people who run your site have to remove the {type} record {value} of {place}.',
  'action.remove.closte':
    'You have nothing to do: Closte, where the site is hosted, has to remove the {type} record {value} of {place}.',

  'action.remove-at-registrar.owner':
    'Remove the {type} record {value} of {name}, with the company at which {name} is registered.',
  'action.remove-at-registrar.operator':
    'You have nothing to do: the people who run your site have to remove the {type} record {value} of {name}, with the company at which {name} is registered.',
  'action.remove-at-registrar.closte':
    'You have nothing to do: Closte, where the site is hosted, has to remove the {type} record {value} of {name}, with the company at which {name} is registered.',

  'action.switch-off-proxy.owner':
    'Take {domain} out of the proxy in front of it (at Cloudflare: set the proxy status of its record to "DNS only", the grey cloud).',
  'action.switch-off-proxy.operator':
    'You have nothing to do: the people who run your site have to take {domain} out of the proxy in front of it (at Cloudflare: set the proxy status of its record to "DNS only", the grey cloud).',
  'action.switch-off-proxy.closte':
    'You have nothing to do: Closte, where the site is hosted, has to take {domain} out of the proxy in front of it (at Cloudflare: set the proxy status of its record to "DNS only", the grey cloud).',

  'action.switch-off-redirect.owner':
    'Switch off the redirect or forwarding that you have set up for {domain}.',
  'action.switch-off-redirect.operator':
    'You have nothing to do: the people who run your site have to switch off the redirect or forwarding that is set up for {domain}.',
  'action.switch-off-redirect.closte':
    'You have nothing to do: Closte, where the site is hosted, has to switch off the redirect or forwarding that is set up for {domain}.',

  'action.register.owner':
    'Check the spelling of {name}. Register or renew {name} with a company that sells domain names.',
  'action.register.operator':
    'Check the spelling of {name}. You have nothing to do: the people who run your site have to register or renew {name} with a company that sells domain names.',
  'action.register.closte':
    'Check the spelling of {name}. You have nothing to do: Closte, where the site is hosted, has to register or renew {name} with a company that sells domain names.',

  'action.ask.owner':
    '{whom, select, operator {Ask the people who run your site.} closte {Ask Closte, where the site is hosted.} other {Ask the company at which your DNS records are kept (your DNS provider) to put this right.}}',
  'action.ask.operator':
    '{whom, select, operator {You have nothing to do: the people who run your site have to look at it.} closte {You have nothing to do: the people who run your site have to ask Closte to put this right.} other {You have nothing to do: the people who run your site have to ask the company at which their own DNS records are kept to put this right.}}',
  'action.ask.closte':
    '{whom, select, operator {You have nothing to do: Closte, where the site is hosted, has to ask the people who run your site.} closte {You have nothing to do: Closte, where the site is hosted, has to look at it.} other {You have nothing to do: Closte, where the site is hosted, has to ask the company at which your DNS records are kept (your DNS provider) to put this right.}}',

  'action.ask.to-map': 'If {domain} is to lead to your site, ask the people who run your site to map it.',

  'action.wait': 'You have nothing to do: it takes until {until} at most.',
  /** `way` is sentences about another way. */
  'action.or': 'If that is not possible: {way}',
} as const satisfies Readonly<Record<string, string>>;
