import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (Hostname: {host})',
  'place.apex': '{name} (Hostname: @ oder leer)',

  'record.first': 'einen {type}-Eintrag für {place} mit dem Wert {value}',
  'record.more': 'einen {type}-Eintrag mit dem Wert {value}',

  'ways.set': 'Setzen Sie {records}.',
  'ways.then-set': 'Setzen Sie dann {records}.',
  'ways.after-that-set': 'Setzen Sie danach {records}.',
  'ways.either-way': 'In jedem Fall brauchen Sie {records}.',
  'ways.on-all-of-them': 'Setzen Sie auf allen {records}.',
  'ways.instead': 'Wenn das nicht möglich ist, setzen Sie stattdessen {records}.',

  'records.of-type':
    '{count, plural, one {den {type}-Eintrag {addresses}} other {die {type}-Einträge {addresses}}}',
  'records.remove': 'Löschen Sie {records} für {place}.',
  'records.remove-cname': 'Löschen Sie den CNAME-Eintrag, der von {place} zu {to} führt.',
  'records.remove-cname-of': 'Löschen Sie den CNAME-Eintrag für {place}.',
  'records.rest-may-stay': 'Alles andere kann bleiben, wie es ist.',
  'records.wildcard-answers':
    'Einen solchen Eintrag gibt es noch nicht: Die Antwort kommt vom Wildcard-Eintrag {wildcard}, der bleiben kann, wie er ist.',

  'nothing-to-do': 'Sie müssen nichts tun.',

  'list.more': '{count} weitere',
  'duration.minutes': '{count, plural, one {eine Minute} other {# Minuten}}',
  'duration.hours': '{count, plural, one {eine Stunde} other {# Stunden}}',
  'duration.days': '{count, plural, one {einen Tag} other {# Tage}}',
  'date.unreadable': '[Zeitangabe nicht lesbar]',
} as const satisfies Translated<typeof ENGLISH>;
