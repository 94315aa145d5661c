import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'المنفذ 80 مغلق',
  'port-80-closed.explanation':
    'تتصل جهة إصدار الشهادة بالنطاق {domain} عبر HTTP العادي على المنفذ 80، وكذلك يفعل الزائر الذي يكتب الاسم فقط. على {addresses} لا يستجيب أي خادم ويب هناك.',
  'port-80-timeout.title': 'المنفذ 80 لا يستجيب',
  'port-80-timeout.explanation':
    'تتصل جهة إصدار الشهادة بالنطاق {domain} عبر HTTP العادي على المنفذ 80، وكذلك يفعل الزائر الذي يكتب الاسم فقط. على {addresses} لا تأتي استجابة في الوقت المحدد، وسبب ذلك غالبًا جدار حماية.',
  'port-80.remedy':
    'إذا كان لديك جدار حماية أو خادم وكيل أمام الموقع، فاسمح بالمرور عبر المنفذ 80. وإلا فيتعين على الجهة التي تدير موقعك أن تسأل Closte.',
  'port-80.consequence':
    '{severity, select, fatal {لذلك لا يمكن للموقع الحصول على شهادة.} other {قد يمنع ذلك إصدار الشهادة أو تجديدها.}}',

  'http-redirects-elsewhere.title': 'المنفذ 80 يعيد التوجيه إلى مكان آخر',
  'http-redirects-elsewhere.explanation':
    'من يتصل بالنطاق {domain} عبر HTTP العادي يُعاد توجيهه إلى {to}. تطلب جهة إصدار الشهادة هناك إثباتًا لا يوجد إلا لدى هذا الموقع، وقد لا تجده.',
  'http-redirects-elsewhere.sent-on': 'من يتصل بالنطاق {domain} عبر HTTP العادي يُعاد توجيهه إلى {to}.',
  'http-redirects-elsewhere.not-followed.status':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: فهي لا تتبع أي إعادة توجيه برمز الحالة 303.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: فهي لا تستطيع قراءة العنوان.',
  'http-redirects-elsewhere.not-followed.scheme':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: فهي لا تتبع سوى http: و https:.',
  'http-redirects-elsewhere.not-followed.no-host':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: لا يوجد اسم مضيف في العنوان.',
  'http-redirects-elsewhere.not-followed.port':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: فهي لا تتبع سوى المنفذين 80 و 443.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: تنقص شرطة مائلة (/) بعد اسم المضيف، لذلك لا يوجد مضيف بهذا الاسم.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: عنوان كهذا غير موجود على الإنترنت.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: لا يوجد اسم كهذا على الإنترنت.',
  'http-redirects-elsewhere.not-followed.too-long':
    'لا تتبع جهة إصدار الشهادة إعادة التوجيه هذه: العنوان طويل جدًا.',
  'http-redirects-elsewhere.remedy':
    'إذا كنت قد أعددت إعادة توجيه أو تحويلًا للنطاق {domain} لدى مزود DNS أو في خادم وكيل، فأوقف ذلك. وإلا فيتعين على الجهة التي تدير موقعك النظر في الأمر.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'إذا كنت قد أعددت إعادة توجيه أو تحويلًا للنطاق {domain} لدى مزود DNS أو في خادم وكيل، فضع شرطة مائلة (/) في نهاية العنوان المقصود: {address}. وإلا فيتعين على الجهة التي تدير موقعك النظر في الأمر.',

  'http-redirect-loop.title': 'المنفذ 80 يعيد التوجيه في حلقة مغلقة',
  'http-redirect-loop.explanation':
    'من يتصل بالنطاق {domain} عبر HTTP العادي يُعاد توجيهه مرة بعد مرة ولا يصل إلى أي صفحة. وكذلك الحال مع جهة إصدار الشهادة.',

  'answers-differ-between-addresses.title': 'عناوين النطاق لا تؤدي إلى الخادم نفسه',
  'answers-differ-between-addresses.explanation':
    'النطاق {domain} يشير إلى {addresses}، وهذه العناوين تجيب عن السؤال نفسه بطرق مختلفة. لذلك فالأرجح أنها لا تتبع جميعها هذا الموقع، وما يحصل عليه الزائر متروك للمصادفة.',
  'answers-differ-between-addresses.remedy':
    'ابحث في سجلات A و AAAA للنطاق {domain} عن سجل متبقٍّ من خادم آخر، واحذفه. إذا كانت جميعها كما طُلب منك ضبطها، فيتعين على الجهة التي تدير موقعك النظر في الأمر.',
} as const satisfies Translated<typeof ENGLISH>;
