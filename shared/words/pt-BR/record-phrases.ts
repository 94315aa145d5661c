import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (nome do host: {host})',
  'place.apex': '{name} (nome do host: @, ou vazio)',

  'record.first': 'um registro {type} para {place} com o valor {value}',
  'record.more': 'um registro {type} com o valor {value}',

  'ways.set': 'Configure {records}.',
  'ways.then-set': 'Em seguida, configure {records}.',
  'ways.after-that-set': 'Depois disso, configure {records}.',
  'ways.either-way': 'Em todo caso, é preciso que haja {records}.',
  'ways.on-all-of-them': 'Em todos eles, configure {records}.',
  'ways.instead': 'Se isso não for possível, configure em vez disso {records}.',

  'records.of-type':
    '{count, plural, one {o registro {type} {addresses}} other {os registros {type} {addresses}}}',
  'records.remove': 'Remova {records} de {place}.',
  'records.remove-cname': 'Remova o registro CNAME de {place} que aponta para {to}.',
  'records.remove-cname-of': 'Remova o registro CNAME de {place}.',
  'records.rest-may-stay': 'Todo o resto pode ficar como está.',
  'records.wildcard-answers':
    'Esse registro ainda não existe: o que responde é o registro curinga {wildcard}, que pode ficar como está.',

  'nothing-to-do': 'Você não precisa fazer nada.',

  'list.more': 'mais {count}',
  'duration.minutes': '{count, plural, one {um minuto} other {# minutos}}',
  'duration.hours': '{count, plural, one {uma hora} other {# horas}}',
  'duration.days': '{count, plural, one {um dia} other {# dias}}',
  'date.unreadable': 'uma data ilegível',
} as const satisfies Translated<typeof ENGLISH>;
