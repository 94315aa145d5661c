import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': 'لا يوجد اتصال آمن (HTTPS)',
  'no-https.no-answer.explanation':
    'لا يستجيب النطاق {domain} عبر HTTPS على {addresses}، لذلك لا تستطيع المتصفحات فتح الموقع هناك.',
  'no-https.no-answer.remedy':
    'إذا كان لديك جدار حماية أو خادم وكيل أمام الموقع، فاسمح بالمرور عبر المنفذ 443. وإلا فيتعين على الجهة التي تدير موقعك أن تسأل Closte عن سبب عدم استجابة HTTPS.',
  'no-https.no-tls.explanation':
    'على {addresses} يستجيب خادم للنطاق {domain} على المنفذ 443، ولكن لا ينشأ معه اتصال آمن. لذلك لا تستطيع المتصفحات فتح الموقع هناك.',
  'no-https.no-tls.remedy': 'يتعين على الجهة التي تدير موقعك أن تسأل Closte عن سبب عدم إنشاء اتصال آمن.',
  'no-https.no-way-there.title': 'تعذر اختبار HTTPS',
  'no-https.no-way-there.explanation':
    'ليس للنطاق {domain} سوى عناوين IPv6 ({addresses})، ولا يوجد مسار إليها من مكان الاختبار. ولا يستطيع الزوار الذين ليس لديهم IPv6 الوصول إليها أيضًا.',
  'no-https.no-way-there.remedy':
    'إذا طُلب منك ضبط سجل A أيضًا لـ IPv4، فاضبطه. وإلا فيتعين على الجهة التي تدير موقعك إجراء الاختبار عبر IPv6.',

  'no-certificate.title': 'ليس لدى الخادم شهادة للنطاق',
  'no-certificate.explanation':
    'على {addresses} ينهي الخادم الاتصال الآمن قبل أن يبدأ: ليست لديه شهادة للنطاق {domain}. لذلك لا تستطيع المتصفحات فتح الموقع عبر HTTPS.',
  'no-certificate.remedy':
    'يتعين على الجهة التي تدير موقعك أن تسأل Closte عن سبب عدم وجود شهادة للنطاق {domain}.',

  'default-certificate.title': 'لا توجد شهادة خاصة بالنطاق بعد',
  'default-certificate.explanation':
    '{count, plural, =0 {يعرض الخادم شهادة بلا اسم بدلًا من شهادة للنطاق {domain}} other {يعرض الخادم شهادة صادرة باسم {names} بدلًا من شهادة للنطاق {domain}}}، لذلك تحذر المتصفحات الزوار من الدخول. هذا ما يعرضه الخادم ما دامت ليست لديه شهادة للنطاق.',
  'default-certificate.remedy':
    'يتعين على الجهة التي تدير موقعك أن تسأل Closte عن سبب عدم وجود شهادة للنطاق {domain}.',

  'wrong-name.title': 'الشهادة صادرة لأسماء أخرى',
  'wrong-name.explanation':
    '{count, plural, =0 {يعرض الخادم شهادة بلا اسم.} other {يعرض الخادم شهادة صادرة باسم {names}.}} هذه الشهادة غير صالحة للنطاق {domain}، لذلك تحذر المتصفحات الزوار من الدخول.',
  'wrong-name.remedy': 'يتعين على الجهة التي تدير موقعك أن تطلب من Closte شهادة للنطاق {domain}.',

  'expired.title': 'انتهت صلاحية الشهادة',
  'expired.explanation': 'لم تعد شهادة النطاق {domain} صالحة، لذلك تحذر المتصفحات الزوار من الدخول.',
  'expired.remedy': 'يتعين على الجهة التي تدير موقعك أن تسأل Closte عن سبب عدم تجديدها.',

  'not-yet-valid.title': 'الشهادة غير صالحة بعد',
  'not-yet-valid.explanation':
    'لا تبدأ صلاحية شهادة النطاق {domain} إلا في وقت لاحق. وحتى ذلك الحين تحذر المتصفحات الزوار من الدخول.',
  'not-yet-valid.remedy': 'يتعين على الجهة التي تدير موقعك أن تطلب من Closte شهادة صالحة الآن.',

  'self-signed.title': 'الشهادة ليست من جهة إصدار معتمدة',
  'self-signed.explanation':
    'يعرض الخادم للنطاق {domain} شهادة وقّعها بنفسه. لا تثق المتصفحات إلا بشهادات جهات الإصدار المعتمدة، لذلك تحذر الزوار من الدخول.',
  'self-signed.remedy': 'يتعين على الجهة التي تدير موقعك أن تطلب من Closte شهادة من جهة إصدار معتمدة.',

  'untrusted-issuer.title': 'الشهادة من جهة إصدار غير معروفة',
  'untrusted-issuer.explanation':
    'يعرض الخادم للنطاق {domain} شهادة من جهة إصدار لا تثق بها المتصفحات، لذلك تحذر الزوار من الدخول.',
  'untrusted-issuer.remedy':
    'يتعين على الجهة التي تدير موقعك أن تطلب من Closte شهادة من جهة إصدار تثق بها المتصفحات.',

  'incomplete-chain.title': 'جزء من الشهادة مفقود',
  'incomplete-chain.explanation':
    'لا يرسل الخادم جميع الشهادات التي تربط شهادة النطاق {domain} بجهة إصدار تعرفها المتصفحات. {count, plural, =0 {} other {ما يرسله ينتهي عند {issuers}. }}تعثر بعض المتصفحات على البقية بنفسها، بينما تحذر متصفحات أخرى الزوار من الدخول.',
  'incomplete-chain.remedy':
    'يتعين على الجهة التي تدير موقعك أن تطلب من Closte إرسال سلسلة الشهادات كاملة، وصولًا إلى جهة إصدار تثق بها المتصفحات.',

  'expiring-soon.title': 'ستنتهي صلاحية الشهادة قريبًا',
  'expiring-soon.explanation': 'شهادة النطاق {domain} صالحة حتى {end}. وكان ينبغي أن تكون قد جُددت الآن.',
  'expiring-soon.remedy':
    'إذا ذُكرت مشكلة أخرى إلى جانب هذه، فأصلحها أولًا: فقد تكون هي ما يمنع التجديد. وإلا فيتعين على الجهة التي تدير موقعك أن تسأل Closte عن سبب عدم تجديدها.',

  'still-being-issued.title': 'الشهادة قيد الإصدار',
  'still-being-issued.explanation':
    'أصبحت إعدادات DNS للنطاق {domain} صحيحة منذ وقت قصير فقط، ويستغرق إصدار الشهادة من 5 إلى 10 دقائق بعد ذلك. وإلى أن تصدر، تحذر المتصفحات الزوار من الدخول.',
} as const satisfies Translated<typeof ENGLISH>;
