import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'لا يوجد سجل DNS بعد',
  'no-records.explanation':
    'لا يوجد سجل DNS يحدد إلى أين يشير النطاق {domain}، لذلك لا يستطيع أحد العثور على الموقع بهذا الاسم.',

  'domain-not-registered.title': 'النطاق {registrable} غير مسجل',
  'domain-not-registered.explanation':
    'لا يوجد النطاق {registrable} على الإنترنت. قد يكون الاسم مكتوبًا بشكل خاطئ، أو قد يكون تسجيله منتهيًا أو موقوفًا، أو قد يكون جديدًا جدًا فلم يُعرف بعد.',
  'domain-not-registered.explanation.below':
    'لا يوجد النطاق {registrable} على الإنترنت، وبالتالي لا يوجد {domain} أيضًا. قد يكون الاسم مكتوبًا بشكل خاطئ، أو قد يكون تسجيله منتهيًا أو موقوفًا، أو قد يكون جديدًا جدًا فلم يُعرف بعد.',
  'domain-not-registered.remedy':
    'تحقق من كتابة الاسم. إذا كانت صحيحة، فسجّل النطاق {registrable} أو جدّد تسجيله لدى شركة تبيع أسماء النطاقات.',

  'wrong-address.title': 'النطاق يشير إلى خادم آخر',
  'wrong-address.explanation': 'النطاق {domain} يشير إلى {wrong}، وهذا الموقع ليس هناك.',

  'stray-ipv6.title': 'عنوان IPv6 يشير إلى خادم آخر',
  'stray-ipv6.explanation':
    'عنوان IPv4 (سجل A) للنطاق {domain} صحيح. ولكن لديه أيضًا لـ IPv6 ما يلي: {records}، وهذا يشير إلى مكان آخر. تفضل المتصفحات وجهة إصدار الشهادة IPv6، لذلك تصل إلى خادم آخر.',

  'some-addresses-wrong.title': 'بعض العناوين تشير إلى خادم آخر',
  'some-addresses-wrong.explanation':
    'النطاق {domain} يشير إلى {right}، وهذا صحيح، ويشير أيضًا إلى {wrong}، وهذا الموقع ليس هناك. لذلك يصل بعض الزوار إلى المكان الخاطئ.',

  'reserved-address.title': 'عنوان غير موجود على الإنترنت',
  'reserved-address.explanation':
    'النطاق {domain} يشير إلى {wrong}. هذا النوع من العناوين مخصص للشبكات الخاصة أو الاختبارات أو الأمثلة: لا يستطيع أحد الوصول إلى الموقع هناك من الإنترنت.',

  'cname-to-elsewhere.title': 'سجل CNAME يشير إلى مكان آخر',
  'cname-to-elsewhere.explanation':
    'للنطاق {domain} سجل CNAME يجعله اسمًا آخر لـ {to}. {leads, select, elsewhere {وهذا يشير إلى خادم آخر ليس عليه هذا الموقع.} other {وهذا الاسم لا يشير إلى أي مكان: ليس له عنوان.}}',

  'cname-loop.title': 'سجلات CNAME تدور في حلقة مغلقة',
  'cname-loop.explanation':
    'للنطاق {domain} سجل CNAME يجعله اسمًا آخر لشيء آخر، وهذا يعود إليه بعد خطوة أو أكثر. لذلك لا يصل أبدًا إلى عنوان.',

  'cname-at-apex.title': 'سجل CNAME في موضع غير مسموح به',
  'cname-at-apex.explanation':
    'عند {domain} تبدأ منطقة DNS الخاصة بك، وهي مجموع سجلات DNS لديك. لا يُسمح بسجل CNAME في هذا الموضع: فهو يحجب السجلات الأخرى للاسم نفسه، مثل سجلات البريد الإلكتروني، ولا يتبعه كل خادم DNS.',

  'behind-a-proxy.works.title': 'يعمل خلف {proxy, select, none {خادم وكيل} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    'النطاق {domain} يشير إلى {proxy, select, none {خادم آخر يقع بين الزوار وهذا الموقع ويمرر} other {خدمة {proxy} التي تقع بين الزوار وهذا الموقع وتمرر}} ما يطلبونه. يبين الاختبار أن الطلبات تصل إلى هنا.',
  'behind-a-proxy.title': 'تقع خدمة {proxy} أمام الموقع',
  'behind-a-proxy.explanation':
    'النطاق {domain} يشير إلى خدمة {proxy} التي تقع بين الزوار والموقع وتمرر ما يطلبونه. {arrives, select, no {يبين الاختبار أن الطلبات لا تصل إلى هنا.} other {تعذرت معرفة ما إذا كانت الطلبات تصل إلى هنا.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'إذا كنت تستخدم {proxy} لنطاقك، فاضبط حالة الوكيل لسجله على «DNS only»، أي DNS فقط (السحابة الرمادية). وإذا كنت لا تستخدمها، فقد أُنشئ السجل لخدمة أخرى.',
} as const satisfies Translated<typeof ENGLISH>;
