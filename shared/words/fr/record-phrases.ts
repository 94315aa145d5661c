import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (nom d’hôte : {host})',
  'place.apex': '{name} (nom d’hôte : @, ou champ laissé vide)',

  'record.first': 'un enregistrement {type} pour {place} avec la valeur {value}',
  'record.more': 'un enregistrement {type} avec la valeur {value}',

  'ways.set': 'Définissez {records}.',
  'ways.then-set': 'Définissez ensuite {records}.',
  'ways.after-that-set': 'Après cela, définissez {records}.',
  'ways.either-way': 'Dans tous les cas, il faut {records}.',
  'ways.on-all-of-them': 'Sur chacun d’eux, définissez {records}.',
  'ways.instead': 'Si ce n’est pas possible, définissez à la place {records}.',

  'records.of-type':
    '{count, plural, one {l’enregistrement {type} {addresses}} other {les enregistrements {type} {addresses}}}',
  'records.remove': 'Supprimez {records} de {place}.',
  'records.remove-cname': 'Supprimez l’enregistrement CNAME de {place} vers {to}.',
  'records.remove-cname-of': 'Supprimez l’enregistrement CNAME de {place}.',
  'records.rest-may-stay': 'Tout le reste peut rester tel quel.',
  'records.wildcard-answers':
    'Un tel enregistrement n’existe pas encore : c’est l’enregistrement générique {wildcard} qui répond, et il peut rester tel quel.',

  'nothing-to-do': 'Vous n’avez rien à faire.',

  'list.more': '{count} de plus',
  'duration.minutes': '{count, plural, one {une minute} other {# minutes}}',
  'duration.hours': '{count, plural, one {une heure} other {# heures}}',
  'duration.days': '{count, plural, one {un jour} other {# jours}}',
  'date.unreadable': 'une date illisible',
} as const satisfies Translated<typeof ENGLISH>;
