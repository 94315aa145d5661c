/**
 * What stands on the page of a domain around its problems and what was seen: its head, what to do, and what happens while
 * it is open. Most places are filled with markup.
 */
export const PAGE = {
  'page.title.ready': '{domain}: ready',
  'page.title.waiting': '{domain}: waiting',
  'page.title.action-needed': '{domain}: action needed',
  'page.title.not-mapped': '{domain}: not mapped',
  /** Where somebody else than the owner has to act. */
  'page.title.others-turn': '{domain}: not ready yet',

  'page.verdict.ready': 'Ready',
  'page.verdict.waiting': 'Waiting',
  'page.verdict.action-needed': 'Action needed',
  'page.verdict.not-mapped': 'Not mapped',
  'page.verdict.others-turn': 'Not ready yet',
  /** Above what it is that is waited for. */
  'page.waiting-for': 'Waiting for',
  /** Above a time. */
  'page.tried-until': 'Tried until',
  'page.given-up':
    'It was given up at {since}. It is looked at again at {next}, and followed anew if it is right.',
  'page.followed-again': 'It was given up at {since}. It is right now, and is followed again.',
  'page.name-in-dns': 'In DNS the name is written {name}.',

  'page.actions.heading': 'What to do',
  'page.actions.afterwards': 'Then',
  'page.actions.instead': 'If that is not possible',
  'page.actions.where': 'In the DNS settings of {zone}, at your DNS provider.',
  'page.actions.where-at': 'In the DNS settings of {zone}, at {provider}.',
  /** Where nobody knows the zone. */
  'page.actions.where-unknown': 'In the DNS settings of your domain, at your DNS provider.',
  'page.actions.at-sign': 'The host name @ stands for the domain itself; some forms want it left empty.',
  'page.actions.apply': 'Let {provider} set the records for you',
  /** Beside that link. */
  'page.actions.apply-at':
    'You sign in at {host}, see what will be changed, and agree. Or set them yourself:',

  'page.contact.heading': 'Questions?',
  'page.contact.named': 'The people who run your site: {name}',
  'page.contact.reached': 'The people who run your site: {link}',
  'page.contact.named-and-reached': 'The people who run your site: {name}, {link}',

  'page.checked': 'Checked {time}.',
  'page.look-again': 'Look again',
  /** The choice of another one. */
  'page.languages': 'Language',

  'page.script.copied': 'Copied',
  'page.script.selected': 'Selected. Copy it with your keyboard or menu.',
  'page.script.looks-again': 'This page looks again every {seconds, plural, one {second} other {# seconds}}.',
  'page.script.no-answer':
    'No answer at the moment. It is tried again every {seconds, plural, one {second} other {# seconds}}.',
  'page.script.pause': 'Pause',
  'page.script.paused': 'Paused.',
  'page.script.go-on': 'Go on',
  'page.script.link-over': 'This page no longer looks again: its link is not valid any more.',
  'page.script.given-up': 'This page no longer looks again: there was no answer for too long.',

  /** Why there is no status to be seen: the time of the link is over. */
  'page.expired.title': 'Link expired',
  'page.expired.sentence': 'This link was good for a limited time, and that is over.',
  'page.expired.remedy': 'Ask the people who run your site for a new one.',
  /** It is none of ours. */
  'page.wrong.title': 'Link not valid',
  'page.wrong.sentence': 'This link does not lead to the status of a domain.',
  'page.wrong.remedy':
    'Open it once more from where you have it, and see that it is whole: mail programs break long links in two. If that does not help, ask the people who run your site for a new one.',
  /** Too many others look. */
  'page.busy.title': 'Busy, try again',
  'page.busy.sentence': 'Many domains are being looked at just now, and yours has not been.',
  'page.busy.remedy':
    'Nothing is wrong with your domain because of that. Load this page again in half a minute.',
  /** Something failed here. */
  'page.unavailable.title': 'Not available now',
  'page.unavailable.sentence': 'The status of the domain cannot be shown at the moment.',
  'page.unavailable.remedy':
    'Try again in some minutes. If that does not help, tell the people who run your site.',
} as const satisfies Readonly<Record<string, string>>;
