/** Records in sentences, and what is said the same way in several: where a name stands alone, it is the domain itself. */
export const RECORD_PHRASES = {
  /** The name, and what has to be typed for it into the form of a DNS provider. */
  place: '{name} (host name: {host})',
  'place.apex': '{name} (host name: @, or left empty)',

  // Parts of a list, which stands in the sentences below as {records}.
  'record.first': '{type, select, CNAME {a CNAME record} other {an {type} record}} for {place} to {value}',
  'record.more': '{type, select, CNAME {a CNAME record} other {an {type} record}} to {value}',

  'ways.set': 'Set {records}.',
  'ways.then-set': 'Then set {records}.',
  'ways.after-that-set': 'After that, set {records}.',
  'ways.either-way': 'Either way, there has to be {records}.',
  'ways.on-all-of-them': 'On all of them, set {records}.',
  'ways.instead': 'If that is not possible, set {records} instead.',

  /** A part of the list {records} in the sentence below, for the addresses of one type. */
  'records.of-type': 'the {type} {count, plural, one {record} other {records}} {addresses}',
  'records.remove': 'Remove {records} of {place}.',
  'records.remove-cname': 'Remove the CNAME record from {place} to {to}.',
  'records.remove-cname-of': 'Remove the CNAME record of {place}.',
  'records.rest-may-stay': 'Everything else can stay as it is.',
  'records.wildcard-answers':
    'There is no such record yet: what answers is the wildcard record {wildcard}, which can stay as it is.',

  'nothing-to-do': 'You have nothing to do.',

  // Lists, times to wait, and dates.
  /** The last of a list that is too long. */
  'list.more': '{count} more',
  'duration.minutes': '{count, plural, one {a minute} other {# minutes}}',
  'duration.hours': '{count, plural, one {an hour} other {# hours}}',
  'duration.days': '{count, plural, one {a day} other {# days}}',
  'date.unreadable': 'a time that cannot be read',
} as const satisfies Readonly<Record<string, string>>;
