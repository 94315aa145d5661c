/** How an authority has a domain proved; a wildcard is by DNS only (https://letsencrypt.org/docs/challenge-types/). */
export type ValidationMethod = 'http-01' | 'dns-01';

/**
 * What a CAA record with the tag `issue` or `issuewild` says to Let's Encrypt.
 *
 * - `allows`: it may issue.
 * - `unknown-account`: one account of it may; whose that is, only it and the account's owner know.
 * - `no-account`: it has no such account, so nobody may.
 * - `other-method`: it may, but not by the method that is used here.
 * - `malformed`: its name is there, and it cannot read the record as one that allows it.
 * - `other-authority`: another one may, or none.
 */
export type IssueMeaning = 'allows' | DoesNotAllow;

export type DoesNotAllow =
  | 'unknown-account'
  | 'no-account'
  | 'other-method'
  | 'malformed'
  | 'other-authority';

/** What Let's Encrypt is called in a CAA record (https://letsencrypt.org/docs/caa/). Closte's certificates are its. */
export const AUTHORITY = 'letsencrypt.org';

/** The accounts of Let's Encrypt, by RFC 8657, 3: `accountURIPrefixes` in the configuration of its validation. */
const ACCOUNTS =
  /^https:\/\/(acme-v02\.api\.letsencrypt\.org\/acme\/acct|acme-v01\.api\.letsencrypt\.org\/acme\/reg)\/\d+$/;

/** RFC 8659, 4.2: all but white space and the semicolon. */
const PARAMETER_TAG = /^[A-Za-z0-9]*$/;
const PARAMETER_VALUE = /^[\x21-\x3a\x3c-\x7e]*$/;

/** RFC 8657, 4: a label of the value of `validationmethods`. */
const METHOD = /^[A-Za-z0-9-]+$/;

/**
 * Reads the value as Let's Encrypt does (RFC 8659, 4.2 and RFC 8657; `va/caa.go` of Boulder, its software):
 *
 * - Its name has to stand there letter by letter, in lower case.
 * - One parameter that cannot be read, and the record counts for nothing. A single semicolon at the end is none.
 * - `accounturi` and `validationmethods` may each stand there once; what else there is counts for nothing.
 */
export function readIssue(value: string, method: ValidationMethod): IssueMeaning {
  const [issuer = '', ...rest] = value.split(';').map(trimmed);
  const parameters = rest.length === 1 && rest[0] === '' ? [] : rest.map(parameterOf);
  const isReadable = parameters.every((parameter) => parameter !== undefined);
  if (issuer !== AUTHORITY) return issuer.toLowerCase().includes(AUTHORITY) ? 'malformed' : 'other-authority';
  if (!isReadable) return 'malformed';
  const named = (tag: string) => parameters.filter((parameter) => parameter.tag === tag);

  const accounts = named('accounturi');
  const [account] = accounts;
  if (accounts.length > 1 || (account !== undefined && !ACCOUNTS.test(account.value))) return 'no-account';
  const methods = named('validationmethods');
  if (methods.length > 1) return 'malformed';
  const [list] = methods;
  if (list !== undefined && !permits(list.value, method)) return 'other-method';
  return account === undefined ? 'allows' : 'unknown-account';
}

interface Parameter {
  readonly tag: string;
  readonly value: string;
}

function parameterOf(text: string): Parameter | undefined {
  const split = text.indexOf('=');
  if (split === -1) return undefined;
  const tag = trimmed(text.slice(0, split));
  const value = trimmed(text.slice(split + 1));
  return PARAMETER_TAG.test(tag) && PARAMETER_VALUE.test(value) ? { tag, value } : undefined;
}

/** It reads from the left, and stops at what is no name of a method. */
function permits(list: string, method: ValidationMethod): boolean {
  for (const one of list.split(',')) {
    if (!METHOD.test(one)) return false;
    if (one === method) return true;
  }
  return false;
}

/** RFC 8659, 4.2: white space is a space or a tab. */
function trimmed(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
