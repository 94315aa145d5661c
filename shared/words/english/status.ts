const NOTHING_TO_DO = ' You have nothing to do.';

/** The one sentence that answers whether a domain works, by the verdict. */
export const STATUS = {
  ready: (domain: string) => `${domain} is ready: it leads to its site, with a good certificate.`,
  /** @param title of the worst problem, if one is known */
  actionNeeded: (domain: string, title: string | undefined) =>
    `${domain} does not work yet: ${title ?? 'something is wrong'}.`,
  notMapped: (domain: string) => `${domain} is not mapped to a site here.`,
  /** For what is waited, by itself and in the sentence. */
  waiting: {
    hosting: {
      what: 'the hosting to take the domain',
      sentence: (domain: string, isOwnersTurn: boolean) =>
        `${domain} is on its way, and waits for the hosting to take the domain.${isOwnersTurn ? '' : NOTHING_TO_DO}`,
    },
    dns: {
      what: 'the change of DNS to be seen everywhere',
      sentence: (domain: string, isOwnersTurn: boolean) =>
        `${domain} is on its way, and waits for the change of DNS to be seen everywhere.${isOwnersTurn ? '' : NOTHING_TO_DO}`,
    },
    certificate: {
      what: 'the certificate',
      sentence: (domain: string, isOwnersTurn: boolean) =>
        `${domain} is on its way, and waits for the certificate.${isOwnersTurn ? '' : NOTHING_TO_DO}`,
    },
  },
};
