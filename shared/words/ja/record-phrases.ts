import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name}(ホスト名:{host})',
  'place.apex': '{name}(ホスト名:@ または空欄)',

  'record.first': '{place}の {type} レコード(値:{value})',
  'record.more': '{type} レコード(値:{value})',

  'ways.set': '{records}を設定してください。',
  'ways.then-set': '次に、{records}を設定してください。',
  'ways.after-that-set': 'その後、{records}を設定してください。',
  'ways.either-way': 'どちらの場合も、{records}が必要です。',
  'ways.on-all-of-them': 'そのすべてで、{records}を設定してください。',
  'ways.instead': 'それができない場合は、代わりに{records}を設定してください。',

  'records.of-type': '{type} レコード({count, plural, other {{addresses}}})',
  'records.remove': '{place}の{records}を削除してください。',
  'records.remove-cname': '{place}から {to} への CNAME レコードを削除してください。',
  'records.remove-cname-of': '{place}の CNAME レコードを削除してください。',
  'records.rest-may-stay': 'それ以外は、すべてそのままでかまいません。',
  'records.wildcard-answers':
    'そのレコードはまだありません。現在応答しているのはワイルドカードレコード {wildcard} で、これはそのままでかまいません。',

  'nothing-to-do': 'お客様の作業は必要ありません。',

  'list.more': '他 {count} 件',
  'duration.minutes': '{count, plural, other {# 分}}',
  'duration.hours': '{count, plural, other {# 時間}}',
  'duration.days': '{count, plural, other {# 日}}',
  'date.unreadable': '読み取れない日時',
} as const satisfies Translated<typeof ENGLISH>;
