type Reading = { readonly value: string } | { readonly fault: string };

const EMAIL = /^[^\s@<>"'(),:;\\[\]?&#%]+@[^\s@<>"'(),:;\\[\]?&#%.]+(\.[^\s@<>"'(),:;\\[\]?&#%.]+)+$/;

/**
 * Whom the reader of a status page can ask, as a link: `mailto:help@network.example`, `https://network.example/help`. A
 * bare e-mail address becomes the first.
 */
export function readContact(text: string): Reading {
  const address = text.replace(/^mailto:/i, '');
  if (EMAIL.test(address)) return { value: `mailto:${address}` };
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username + url.password === ''
    ? { value: url.href }
    : { fault: 'is neither mailto: with one e-mail address nor an https URL' };
}

/** What a name on a page, of one line, has at most. */
const LONGEST_NAME = 80;

/** What the network is called, for people. */
export function readNetworkName(text: string): Reading {
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u.test(text)) {
    return { fault: 'has a character that cannot be seen' };
  }
  return [...text].length <= LONGEST_NAME
    ? { value: text }
    : { fault: `has more than ${LONGEST_NAME} characters` };
}
