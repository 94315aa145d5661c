import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: جاهز',
  'page.title.waiting': '{domain}: قيد الانتظار',
  'page.title.action-needed': '{domain}: يلزم اتخاذ إجراء',
  'page.title.not-mapped': '{domain}: غير مربوط',
  'page.title.others-turn': '{domain}: ليس جاهزًا بعد',

  'page.verdict.ready': 'جاهز',
  'page.verdict.waiting': 'قيد الانتظار',
  'page.verdict.action-needed': 'يلزم اتخاذ إجراء',
  'page.verdict.not-mapped': 'غير مربوط',
  'page.verdict.others-turn': 'ليس جاهزًا بعد',
  'page.waiting-for': 'في انتظار',
  'page.tried-until': 'تستمر المحاولات حتى',
  'page.given-up':
    'توقفت المتابعة في {since}. سيُعاد الفحص في {next}، وستبدأ المتابعة من جديد إذا كان كل شيء صحيحًا.',
  'page.followed-again': 'توقفت المتابعة في {since}. أصبح كل شيء صحيحًا الآن، واستؤنفت المتابعة.',
  'page.name-in-dns': 'يُكتب الاسم في DNS بالصيغة {name}.',

  'page.actions.heading': 'ما الذي يجب فعله',
  'page.actions.afterwards': 'ثم',
  'page.actions.instead': 'إذا لم يكن ذلك ممكنًا',
  'page.actions.where': 'في إعدادات DNS للنطاق {zone}، لدى مزود DNS الخاص بك.',
  'page.actions.where-at': 'في إعدادات DNS للنطاق {zone}، لدى {provider}.',
  'page.actions.where-unknown': 'في إعدادات DNS لنطاقك، لدى مزود DNS الخاص بك.',
  'page.actions.at-sign': 'يرمز اسم المضيف @ إلى النطاق نفسه، وتتطلب بعض النماذج تركه فارغًا.',
  'page.actions.apply': 'ضبط السجلات تلقائيًا لدى {provider}',
  'page.actions.apply-at': 'سجّل الدخول إلى {host}، واطّلع على ما سيتغير، ثم وافق. أو اضبط السجلات بنفسك:',

  'page.contact.heading': 'هل لديك أسئلة؟',
  'page.contact.named': 'الجهة التي تدير موقعك: {name}',
  'page.contact.reached': 'الجهة التي تدير موقعك: {link}',
  'page.contact.named-and-reached': 'الجهة التي تدير موقعك: {name}، {link}',

  'page.checked': 'وقت الفحص: {time}.',
  'page.look-again': 'إعادة الفحص',
  'page.languages': 'اللغة',

  'page.script.copied': 'تم النسخ',
  'page.script.selected': 'تم التحديد. انسخ النص باستخدام لوحة المفاتيح أو القائمة.',
  'page.script.looks-again':
    'تعيد هذه الصفحة الفحص كل {seconds, plural, one {ثانية} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.',
  'page.script.no-answer':
    'لا توجد استجابة في الوقت الحالي. تُعاد المحاولة كل {seconds, plural, one {ثانية} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.',
  'page.script.pause': 'إيقاف مؤقت',
  'page.script.paused': 'متوقف مؤقتًا.',
  'page.script.go-on': 'متابعة',
  'page.script.link-over': 'لم تعد هذه الصفحة تعيد الفحص: رابطها لم يعد صالحًا.',
  'page.script.given-up': 'لم تعد هذه الصفحة تعيد الفحص: لم ترد استجابة منذ مدة طويلة.',

  'page.expired.title': 'انتهت صلاحية الرابط',
  'page.expired.sentence': 'كان هذا الرابط صالحًا لمدة محدودة، وقد انتهت.',
  'page.expired.remedy': 'اطلب من الجهة التي تدير موقعك رابطًا جديدًا.',
  'page.wrong.title': 'الرابط غير صالح',
  'page.wrong.sentence': 'لا يؤدي هذا الرابط إلى حالة أي نطاق.',
  'page.wrong.remedy':
    'افتح الرابط مرة أخرى من حيث حصلت عليه، وتأكد من أنه كامل: فبرامج البريد تقسم الروابط الطويلة إلى جزأين. إذا لم يُجدِ ذلك، فاطلب من الجهة التي تدير موقعك رابطًا جديدًا.',
  'page.busy.title': 'الخدمة مشغولة، حاول مرة أخرى',
  'page.busy.sentence': 'يجري الآن فحص نطاقات كثيرة، ولم يُفحص نطاقك.',
  'page.busy.remedy': 'لا يعني ذلك وجود خطأ في نطاقك. أعد تحميل هذه الصفحة بعد نصف دقيقة.',
  'page.unavailable.title': 'غير متاح الآن',
  'page.unavailable.sentence': 'لا يمكن عرض حالة النطاق في الوقت الحالي.',
  'page.unavailable.remedy': 'حاول مرة أخرى بعد بضع دقائق. إذا لم يُجدِ ذلك، فأبلغ الجهة التي تدير موقعك.',
} as const satisfies Translated<typeof ENGLISH>;
