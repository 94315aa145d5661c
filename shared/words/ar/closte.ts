import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'النطاق غير معروف لدى Closte',
  'not-an-alias.explanation':
    'ليس لدى Closte، التي تستضيف الموقع، اسم بديل (alias) للنطاق {domain}: لم يتم إبلاغها بأن النطاق تابع للموقع.',
  'not-an-alias.remedy':
    'لا يلزمك فعل أي شيء: يتم إبلاغ Closte به مجددًا تلقائيًا خلال ساعة. إذا لم يُجدِ ذلك، فيتعين على الجهة التي تدير موقعك أن تسأل Closte.',

  'key-refused.title': 'ترفض Closte الاستعلام',
  'key-refused.explanation':
    'لا تفيد Closte، التي تستضيف الموقع، بما إذا كانت تعرف النطاق {domain}: إنها ترفض الاستعلام، والأرجح أن السبب هو المفتاح المرفق به.',
  'key-refused.remedy':
    'لا يلزمك فعل أي شيء. يتعين على الجهة التي تدير موقعك مراجعة مفتاحها (CLOSTE_CLIENT_API_KEY) والتطبيق في لوحة تحكم Closte.',

  'closte-unreachable.title': 'لا تستجيب Closte في الوقت الحالي',
  'closte-unreachable.explanation':
    'تعذر سؤال Closte، التي تستضيف الموقع، عما إذا كانت تعرف النطاق {domain}. ولا يدل ذلك على أي شيء بشأن النطاق.',
  'closte-unreachable.remedy': 'لا يلزمك فعل أي شيء: سيُعاد سؤال Closte.',

  'rejected-by-closte.title': 'لا تقبل Closte النطاق',
  'rejected-by-closte.explanation': 'لا تعتبر Closte، التي تستضيف الموقع، أن {domain} نطاق يمكن ربطه بموقع.',
  'rejected-by-closte.remedy':
    'تحقق من كتابة الاسم. إذا كانت صحيحة، فيتعين على الجهة التي تدير موقعك أن تسأل Closte.',

  'held-elsewhere.title': 'النطاق مرتبط بموقع آخر لدى Closte',
  'held-elsewhere.explanation':
    'تفيد Closte، التي تستضيف الموقع، بأن النطاق {domain} محجوز بالفعل، وليس لهذا الموقع: إنه مرتبط بموقع آخر لدى Closte. ولا يمكن أن يتبع النطاق الواحد إلا موقعًا واحدًا.',
  'held-elsewhere.remedy':
    'إذا كان لديك الآن أو سابقًا موقع آخر لدى Closte بالنطاق {domain}، فاحذف النطاق هناك. وإلا فيتعين على الجهة التي تدير موقعك أن تسأل Closte عن صاحبه. تُعاد المحاولة مرة كل يوم.',
} as const satisfies Translated<typeof ENGLISH>;
