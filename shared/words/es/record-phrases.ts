import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (nombre de host: {host})',
  'place.apex': '{name} (nombre de host: @, o vacío)',

  'record.first': 'un registro {type} para {place} con el valor {value}',
  'record.more': 'un registro {type} con el valor {value}',

  'ways.set': 'Configure {records}.',
  'ways.then-set': 'Luego configure {records}.',
  'ways.after-that-set': 'Después, configure {records}.',
  'ways.either-way': 'En cualquier caso, tiene que haber {records}.',
  'ways.on-all-of-them': 'En todos ellos, configure {records}.',
  'ways.instead': 'Si eso no es posible, configure en su lugar {records}.',

  'records.of-type':
    '{count, plural, one {el registro {type} {addresses}} other {los registros {type} {addresses}}}',
  'records.remove': 'Elimine {records} de {place}.',
  'records.remove-cname': 'Elimine el registro CNAME de {place} que lleva a {to}.',
  'records.remove-cname-of': 'Elimine el registro CNAME de {place}.',
  'records.rest-may-stay': 'Todo lo demás puede quedarse como está.',
  'records.wildcard-answers':
    'Todavía no existe un registro así: lo que responde es el registro comodín {wildcard}, que puede quedarse como está.',

  'nothing-to-do': 'No tiene que hacer nada.',

  'list.more': '{count} más',
  'duration.minutes': '{count, plural, one {un minuto} other {# minutos}}',
  'duration.hours': '{count, plural, one {una hora} other {# horas}}',
  'duration.days': '{count, plural, one {un día} other {# días}}',
  'date.unreadable': 'una fecha ilegible',
} as const satisfies Translated<typeof ENGLISH>;
