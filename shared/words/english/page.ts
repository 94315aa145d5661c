/**
 * What stands on the page of a domain, beside its problems and what was seen. What is in braces is filled in with
 * markup: a phrase stays whole, so that a language can put its words in an order of their own.
 */
export const PAGE = {
  titles: {
    ready: (domain: string) => `${domain}: ready`,
    waiting: (domain: string) => `${domain}: waiting`,
    'action-needed': (domain: string) => `${domain}: action needed`,
    'not-mapped': (domain: string) => `${domain}: not mapped`,
    /** Where somebody else than the owner has to act. */
    othersTurn: (domain: string) => `${domain}: not ready yet`,
  },

  verdict: {
    words: {
      ready: 'Ready',
      waiting: 'Waiting',
      'action-needed': 'Action needed',
      'not-mapped': 'Not mapped',
      othersTurn: 'Not ready yet',
    },
    waitingFor: 'Waiting for',
    triedUntil: 'Tried until',
    givenUp: 'It was given up at {since}. It is looked at again at {next}, and followed anew if it is right.',
    followedAgain: 'It was given up at {since}. It is right now, and is followed again.',
    nameInDns: 'In DNS the name is written {name}.',
  },

  actions: {
    heading: 'What to do',
    afterwards: 'Then',
    instead: 'If that is not possible',
    whereToSet: 'In the DNS settings of {zone}, at your DNS provider.',
    /** Where nobody knows the zone. */
    whereToSetIn: 'In the DNS settings of your domain, at your DNS provider.',
    /** The sentence of an action that waits, with the time for the reader. */
    waitUntil: 'You have nothing to do: it takes until {time} at most.',
    atSign: 'The host name @ stands for the domain itself; some forms want it left empty.',
  },

  problems: {
    wrong: 'What is wrong',
    worthKnowing: 'Worth knowing',
    severities: {
      fatal: 'Has to be put right',
      warning: 'Warning',
      info: 'For your information',
    },
    details: 'Technical details',
  },

  records: {
    heading: 'DNS records',
    thereNow: 'There now',
    wanted: 'The records that it should have',
    noneFound: 'No record was found for this name.',
    or: 'or',
    right: 'Right',
    leadsElsewhere: 'Leads elsewhere',
    type: 'Type',
    hostName: 'Host name',
    wholeName: 'in full: {name}',
    value: 'Value',
    copy: 'Copy',
    /** What {@link copy} is said to copy, to who does not see beside what the button stands. */
    copyWhat: { hostName: 'host name {value}', value: 'value {value}' },
  },

  resolvers: {
    heading: 'What public DNS servers answer',
    askedFor: 'Asked for {domain}.',
    rightAnswer: 'The right answer is {addresses}.',
    rightAnswerLeadsTo: 'The right answer leads to {network}.',
    rightAnswerLeadsToAddresses: 'The right answer leads to {network} ({addresses}).',
    addressSeparator: ', ',
    verdicts: {
      pointing: 'Points here',
      partly: 'Partly right',
      elsewhere: 'Points elsewhere',
      missing: 'No record',
      unknown: 'No answer',
    },
  },

  zone: {
    heading: 'What the domain’s own DNS servers answer',
    unknown: 'It could not be found out which servers these are.',
    notAsked: 'The servers of {zone} could not be asked.',
    shownHereFirst:
      'A change at the DNS provider of {zone} shows here first. Others follow when what they remember has run out.',
  },

  certificate: {
    heading: 'Certificate',
    notLookedAt: 'Not looked at yet: the DNS records come first.',
    good: 'Good',
    notGood: 'Not good yet',
    names: 'For the names',
    chain: 'Chain of trust',
    issuedBy: 'Issued by {issuer}',
    valid: 'Valid from {from} to {to}',
  },

  timeline: {
    heading: 'How far it is',
    steps: {
      mapped: 'Mapped to the site',
      alias: 'Known to the hosting',
      dns: 'DNS points here',
      certificate: 'Certificate issued',
      done: 'Ready',
    },
    states: { done: 'Done', current: 'Waiting', ahead: 'To come', failed: 'Failed' },
    statesWithTime: {
      done: 'Done {time}',
      current: 'Waiting since {time}',
      ahead: 'To come {time}',
      failed: 'Failed {time}',
    },
    aliases: {
      'not-listed': 'Not in the hosting’s list',
      'not-needed': 'Not needed for this name',
      unknown: 'The hosting’s list could not be read',
    },
  },

  /** Whom to ask: below each sentence that says so, and at the end. */
  contact: {
    heading: 'Questions?',
    named: 'The people who run your site: {name}',
    reached: 'The people who run your site: {link}',
    namedAndReached: 'The people who run your site: {name}, {link}',
    /** What they are called in the sentences of this language, as far as that is always the same. */
    inSentences: 'people who run your site',
  },

  checked: 'Checked {time}.',
  lookAgain: 'Look again',

  /** What the page's script says, while it looks again from time to time. */
  script: {
    copied: 'Copied',
    selected: 'Selected. Copy it with your keyboard or menu.',
    looksAgain: 'This page looks again every {seconds} seconds.',
    noAnswer: 'No answer at the moment. It is tried again every {seconds} seconds.',
    pause: 'Pause',
    paused: 'Paused.',
    goOn: 'Go on',
    linkOver: 'This page no longer looks again: its link is not valid any more.',
    givenUp: 'This page no longer looks again: there was no answer for too long.',
  },

  /**
   * Why there is no status to be seen: the time of the link is over, it is none of ours, too many others look, or
   * something failed here.
   */
  instead: {
    expired: {
      title: 'Link expired',
      sentence: 'This link was good for a limited time, and that is over.',
      remedy: 'Ask the people who run your site for a new one.',
    },
    wrong: {
      title: 'Link not valid',
      sentence: 'This link does not lead to the status of a domain.',
      remedy:
        'Open it once more from where you have it, and see that it is whole: mail programs break long links in two. If that does not help, ask the people who run your site for a new one.',
    },
    busy: {
      title: 'Busy, try again',
      sentence: 'Many domains are being looked at just now, and yours has not been.',
      remedy: 'Nothing is wrong with your domain because of that. Load this page again in half a minute.',
    },
    unavailable: {
      title: 'Not available now',
      sentence: 'The status of the domain cannot be shown at the moment.',
      remedy: 'Try again in some minutes. If that does not help, tell the people who run your site.',
    },
  },
};
