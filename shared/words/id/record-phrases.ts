import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (nama host: {host})',
  'place.apex': '{name} (nama host: @, atau dibiarkan kosong)',

  'record.first': 'record {type} untuk {place} dengan nilai {value}',
  'record.more': 'record {type} dengan nilai {value}',

  'ways.set': 'Atur {records}.',
  'ways.then-set': 'Kemudian atur {records}.',
  'ways.after-that-set': 'Setelah itu, atur {records}.',
  'ways.either-way': 'Dengan cara mana pun, harus ada {records}.',
  'ways.on-all-of-them': 'Di semuanya, atur {records}.',
  'ways.instead': 'Jika itu tidak memungkinkan, atur {records} sebagai gantinya.',

  'records.of-type': '{count, plural, other {record {type} {addresses}}}',
  'records.remove': 'Hapus {records} milik {place}.',
  'records.remove-cname': 'Hapus record CNAME dari {place} ke {to}.',
  'records.remove-cname-of': 'Hapus record CNAME milik {place}.',
  'records.rest-may-stay': 'Yang lainnya boleh tetap seperti semula.',
  'records.wildcard-answers':
    'Record seperti itu belum ada: yang menjawab adalah record wildcard {wildcard}, yang boleh tetap seperti semula.',

  'nothing-to-do': 'Anda tidak perlu melakukan apa-apa.',

  'list.more': '{count} lainnya',
  'duration.minutes': '{count, plural, =1 {satu menit} other {# menit}}',
  'duration.hours': '{count, plural, =1 {satu jam} other {# jam}}',
  'duration.days': '{count, plural, =1 {satu hari} other {# hari}}',
  'date.unreadable': 'waktu yang tidak dapat dibaca',
} as const satisfies Translated<typeof ENGLISH>;
