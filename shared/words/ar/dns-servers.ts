import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'الإجابة الصحيحة لم تصل إلى كل مكان بعد',
  'not-propagated-yet.explanation':
    'الإجابة الصحيحة للنطاق {domain} موجودة، ولكن ما زالت تأتي إجابة أخرى من {all, select, yes {جميع خوادم DNS العامة التي سُئلت} other {{some, number} من أصل {asked, number} من خوادم DNS العامة التي سُئلت}} ({names}). يحتفظ خادم DNS بالإجابة مدة من الوقت قبل أن يسأل مجددًا.',
  'not-propagated-yet.remedy': 'لا يلزمك فعل أي شيء. يستغرق ذلك غالبًا بضع دقائق، وأحيانًا ما يصل إلى يومين.',
  'not-propagated-yet.remedy.known': 'لا يلزمك فعل أي شيء. قد يستغرق ذلك ما يصل إلى {duration} من الآن.',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {أحد خوادم الأسماء لا يستجيب} other {بعض خوادم الأسماء لا تستجيب}}',
  'dns-server-failing.name-servers.explanation':
    'خوادم الأسماء هي الأجهزة التي تحفظ سجلات DNS للنطاق {apex}. {count, plural, one {الخادم {servers} لا يستجيب.} two {الخادمان {servers} لا يستجيبان.} other {الخوادم {servers} لا تستجيب.}} أما البقية فتستجيب، لذلك يُعثر على الموقع في الغالب، ولكن ليس دائمًا.',
  'dns-server-failing.all-name-servers.title': 'خوادم الأسماء لا تستجيب',
  'dns-server-failing.all-name-servers.explanation':
    'خوادم الأسماء هي الأجهزة التي تحفظ سجلات DNS للنطاق {apex}. {count, plural, one {الخادم {servers} لا يستجيب.} two {الخادمان {servers} لا يستجيبان.} other {الخوادم {servers} لا تستجيب.}} لذلك لا يمكن العثور على النطاق {domain}.',
  'dns-server-failing.name-servers.remedy':
    'اسأل مزود DNS عن {servers}. إذا كنت قد انتقلت إلى مزود آخر، فربما ما زالت خوادم أسماء المزود القديم مُدخلة حيث سُجل النطاق {apex}: استبدلها هناك.',

  'dns-server-failing.look-ups.title': 'لا يعطي DNS أي إجابة',
  'dns-server-failing.look-ups.explanation':
    'لا تحصل خوادم DNS العامة على إجابة عن النطاق {domain}، لذلك لا تستطيع المتصفحات العثور على الموقع. يكون السبب غالبًا خللًا في خوادم الأسماء، وهي الأجهزة التي تحفظ سجلات DNS للنطاق.',
  'dns-server-failing.look-ups.remedy':
    'إذا استمر ذلك أكثر من ساعة، فاسأل مزود DNS عن سبب تعذر الاستعلام عن النطاق {domain}.',

  'dns-server-failing.one-type.title': 'لا يعطي DNS إجابة عن {version}',
  'dns-server-failing.one-type.explanation':
    'لا تعطي خوادم DNS للنطاق {domain} إجابة عند سؤالها عن عناوين {version} (سجلات {type}). أما السؤال الآخر فتجيب عنه، لذلك يُعثر على الموقع في الغالب، وإن كان مع تأخير أحيانًا.',
  'dns-server-failing.one-type.remedy':
    'اسأل مزود DNS عن سبب عدم وجود إجابة عن سجلات {type} للنطاق {domain}. إذا لم تكن هناك سجلات منها، فينبغي أن تكون هذه هي الإجابة.',

  'dns-server-failing.resolvers.title': 'تعذر سؤال DNS',
  'dns-server-failing.resolvers.explanation':
    'لم تقبل خوادم DNS العامة السؤال عن النطاق {domain}. ولا يدل ذلك على أي شيء بشأن النطاق.',
  'dns-server-failing.resolvers.remedy':
    'لا يلزمك فعل أي شيء: سيُعاد سؤالها. إذا استمر ذلك، فيتعين على الجهة التي تدير موقعك النظر في الأمر.',

  'dnssec-failing.title': 'توقيعات DNSSEC غير متطابقة',
  'dnssec-failing.explanation':
    'سجلات DNS للنطاق {apex} موقعة (DNSSEC)، ولكن التوقيعات غير متطابقة. في هذه الحالة لا تعطي خوادم DNS التي تتحقق منها أي إجابة، لذلك لا يستطيع كثير من الزوار ولا جهة إصدار الشهادة العثور على النطاق {domain}.',
  'dnssec-failing.remedy':
    'اطلب من مزود DNS إصلاح DNSSEC للنطاق {apex}. إذا كنت قد غيّرت المزود، فالأرجح أن سجل DS الخاص بالمزود القديم ما زال مُدخلًا حيث سُجل النطاق {apex}: احذفه هناك.',
  'dnssec-failing.at-some.title': 'بعض خوادم DNS ترى أن توقيعات DNSSEC غير متطابقة',
  'dnssec-failing.at-some.explanation':
    'سجلات DNS للنطاق {apex} موقعة (DNSSEC). التوقيعات غير متطابقة وفق {all, select, yes {جميع خوادم DNS العامة التي سُئلت} other {{some, number} من أصل {asked, number} من خوادم DNS العامة التي سُئلت}} ({names})، لذلك لا يستطيع مستخدمو {some, plural, one {هذا الخادم} two {هذين الخادمين} other {هذه الخوادم}} العثور على النطاق {domain}. لا تفيد الخوادم الأخرى بذلك: فقد تكون المشكلة عابرة.',
  'dnssec-failing.at-some.remedy': 'إذا استمر ذلك أكثر من يوم، فاطلب من مزود DNS فحص DNSSEC للنطاق {apex}.',

  'blocked-by-a-filter.title': 'أحد المرشحات يحجب النطاق',
  'blocked-by-a-filter.explanation':
    'تحمي بعض خوادم DNS مستخدميها من مواقع معينة. النطاق {domain} محجوب بوصفه موقعًا من هذا النوع لدى {all, select, yes {جميع خوادم DNS العامة التي سُئلت} other {{some, number} من أصل {asked, number} من خوادم DNS العامة التي سُئلت}} ({names})، فلا يستطيع العثور عليه من يستخدم {some, plural, one {هذا الخادم} two {أحد هذين الخادمين} other {أحد هذه الخوادم}}. ولا علاقة لذلك بسجلات DNS الخاصة بك.',
  'blocked-by-a-filter.remedy':
    'تأكد من أن أحدًا لم يضع أي شيء ضار على النطاق {domain}. ثم اطلب من الجهات التي تدير {names} إزالته من قائمتها: لديها صفحة مخصصة لذلك.',

  'name-servers-disagree.title': 'خوادم الأسماء غير متفقة',
  'name-servers-disagree.explanation':
    'خوادم الأسماء هي الأجهزة التي تحفظ سجلات DNS للنطاق {apex}. وهي تعطي معلومات مختلفة عن النطاق {domain}: {right_count, plural, =0 {تأتي من {wrong} إجابات مختلفة، وليست أي منها صحيحة.} other {الإجابة صحيحة لدى {right}، {wrong_count, plural, one {وغير صحيحة لدى الخادم {wrong}} two {وغير صحيحة لدى الخادمين {wrong}} other {وغير صحيحة لدى الخوادم {wrong}}}.}} لذلك فإن ما يحصل عليه الزائر متروك للمصادفة.',
  'name-servers-disagree.remedy':
    'إذا كنت قد غيّرت السجلات خلال الساعة الماضية، فانتظر قليلًا. وإلا فاسأل مزود DNS عن {wrong}. إذا كانت خوادم الأسماء تابعة لمزودَين، فيجب أن تكون السجلات متطابقة لدى كليهما.',

  'network-not-resolvable.title': 'تعذر العثور على عنوان الشبكة',
  'network-not-resolvable.explanation':
    'لا يمكن حاليًا تحديد ما يجب أن يشير إليه النطاق {domain}، لأن {network, select, none {شبكة الموقع نفسها ليس لها} other {الشبكة {network} نفسها ليس لها}} عنوان في DNS. هذا ليس خطأ في نطاقك.',
  'network-not-resolvable.remedy':
    'لا يلزمك فعل أي شيء. يتعين على الجهة التي تدير موقعك تخصيص عنوان {network, select, none {لشبكة الموقع} other {للشبكة {network}}}.',
} as const satisfies Translated<typeof ENGLISH>;
