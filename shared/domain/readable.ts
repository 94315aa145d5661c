import { domainToUnicode } from 'node:url';

/**
 * A text with the internationalised names in it as their owners write them (RFC 5890): `xn--2dcky1czdp` is `ગુજરાત`. What
 * is no such name stays as it is.
 */
export function readable(text: string): string {
  return text.replace(/\bxn--[a-z0-9-]+/gi, (label) => domainToUnicode(label) || label);
}
