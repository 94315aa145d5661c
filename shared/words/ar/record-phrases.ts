import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (اسم المضيف: {host})',
  'place.apex': '{name} (اسم المضيف: @ أو يُترك فارغًا)',

  'record.first': 'سجل {type} للاسم {place} بالقيمة {value}',
  'record.more': 'سجل {type} بالقيمة {value}',

  'ways.set': 'اضبط {records}.',
  'ways.then-set': 'ثم اضبط {records}.',
  'ways.after-that-set': 'بعد ذلك، اضبط {records}.',
  'ways.either-way': 'في كلتا الحالتين، يجب أن يوجد {records}.',
  'ways.on-all-of-them': 'عليها جميعًا، اضبط {records}.',
  'ways.instead': 'إذا لم يكن ذلك ممكنًا، فاضبط بدلًا منه {records}.',

  'records.of-type':
    '{count, plural, one {سجل {type} بالقيمة {addresses}} other {سجلات {type} بالقيم {addresses}}}',
  'records.remove': 'احذف {records} للاسم {place}.',
  'records.remove-cname': 'احذف سجل CNAME للاسم {place} الذي يشير إلى {to}.',
  'records.remove-cname-of': 'احذف سجل CNAME للاسم {place}.',
  'records.rest-may-stay': 'يمكن أن يبقى كل ما عدا ذلك كما هو.',
  'records.wildcard-answers':
    'لا يوجد سجل كهذا بعد: الإجابة تأتي من سجل حرف البدل (wildcard) {wildcard}، ويمكن أن يبقى كما هو.',

  'nothing-to-do': 'لا يلزمك فعل أي شيء.',

  'list.more': '{count} غيرها',
  'duration.minutes':
    '{count, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'duration.hours':
    '{count, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'duration.days': '{count, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  'date.unreadable': 'وقت تتعذر قراءته',
} as const satisfies Translated<typeof ENGLISH>;
