/** The one sentence that answers whether a domain works, by the verdict; `what` it waits for, by itself and in the sentence. */
export const STATUS = {
  'status.ready': '{domain} is ready: it leads to its site, with a good certificate.',
  /** `title` of the worst problem. */
  'status.action-needed': '{domain} does not work yet: {title}.',
  'status.action-needed.unknown': '{domain} does not work yet: something is wrong.',
  'status.not-mapped': '{domain} is not mapped to a site here.',

  'status.waiting.hosting': '{domain} is on its way, and waits for the hosting to take the domain.',
  'status.waiting.dns': '{domain} is on its way, and waits for the change of DNS to be seen everywhere.',
  'status.waiting.certificate': '{domain} is on its way, and waits for the certificate.',
  'status.what.hosting': 'the hosting to take the domain',
  'status.what.dns': 'the change of DNS to be seen everywhere',
  'status.what.certificate': 'the certificate',
} as const satisfies Readonly<Record<string, string>>;
