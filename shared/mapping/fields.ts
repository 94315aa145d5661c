import * as v from 'valibot';
import { type DomainName, parseDomainName, parseHostName } from '../domain/name.ts';

/** The DNS check interval, in seconds: Ultimate Multisite's bounds. */
export const SHORTEST_INTERVAL = 10;
export const LONGEST_INTERVAL = 300;

/** WordPress sends numbers as digits in a string at times. */
export const wholeNumber = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))], 'must be a whole number'),
  v.safeInteger('must be a whole number'),
);

const LONGEST_ID = 256;

/** The id of a mapping: the `webhook-id` of its event. It stands in every task and entry. */
export const mappingIdField = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(LONGEST_ID, `must have ${LONGEST_ID} characters at most`),
);

export const siteIdField = v.pipe(wholeNumber, v.minValue(1, 'must be 1 or more'));

/** The same of a domain that may belong to no site that is known, which is written as 0. */
export const knownSiteIdField = v.pipe(wholeNumber, v.minValue(0, 'must be 1 or more'));

const INTERVAL_BOUNDS = `must be from ${SHORTEST_INTERVAL} to ${LONGEST_INTERVAL} seconds`;

export const intervalField = v.pipe(
  wholeNumber,
  v.minValue(SHORTEST_INTERVAL, INTERVAL_BOUNDS),
  v.maxValue(LONGEST_INTERVAL, INTERVAL_BOUNDS),
);

/** A domain name that can be mapped. */
export const domainField = nameField(parseDomainName);

/** The domain of a network, of which only the form is looked at. */
export const networkDomainField = nameField(rememberingLast(parseHostName));

/** The same network stands in one row after the other, a million times. */
function rememberingLast<Result>(parse: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: parse(text) };
    return last.result;
  };
}

function nameField(parse: typeof parseDomainName) {
  return v.pipe(
    v.string('must be a string'),
    v.rawTransform<string, DomainName>(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value);
      if (parsed.ok) return parsed.domain;
      addIssue({ message: `is not a domain: ${parsed.reason}` });
      return NEVER;
    }),
  );
}

/** A time by RFC 3339. */
export const timeField = v.pipe(
  v.string('must be a time'),
  v.isoTimestamp('must be a time by RFC 3339'),
  v.transform((text) => new Date(text)),
  v.check((time) => !Number.isNaN(time.getTime()), 'must be a time by RFC 3339'),
);
