import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'سجل CAA يمنع إصدار شهادة الموقع',
  'caa-forbids.explanation.other-authority':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. السجلات السارية على النطاق {domain} لا تسمح بذلك لـ Let’s Encrypt، التي تُصدر شهادة هذا الموقع.',
  'caa-forbids.explanation.malformed':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. السجلات السارية على النطاق {domain} تذكر Let’s Encrypt، التي تُصدر شهادة هذا الموقع، ولكن بصيغة لا تستطيع قراءتها.',
  'caa-forbids.explanation.other-method':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. السجلات السارية على النطاق {domain} تسمح بذلك لـ Let’s Encrypt، التي تُصدر شهادة هذا الموقع، ولكن بطريقة إثبات (validationmethods) غير المستخدمة هنا.',
  'caa-forbids.explanation.unknown-account':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. السجلات السارية على النطاق {domain} تسمح بذلك لـ Let’s Encrypt، التي تُصدر شهادة هذا الموقع، ولكن لحساب واحد فقط (accounturi)، ويبدو أن استضافة هذا الموقع تستخدم حسابًا آخر.',
  'caa-forbids.explanation.no-account':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. السجلات السارية على النطاق {domain} تسمح بذلك لـ Let’s Encrypt، التي تُصدر شهادة هذا الموقع، ولكن لحساب (accounturi) غير موجود لديها فقط.',
  'caa-forbids.remedy.own':
    'أضف سجل CAA للاسم {place} بالعلامة (flag) {flags} والوسم (tag) {tag} والقيمة {value}. يمكن أن تبقى السجلات الأخرى كما هي.',
  'caa-forbids.remedy.network':
    'يتعين على الجهة التي تدير موقعك معالجة ذلك: سجلات CAA هذه موجودة لدى النطاق الذي يشير إليه سجل CNAME الخاص بك، وهو تابع لها. عليها إضافة سجل بالوسم (tag) {tag} والقيمة {value}.',
  'caa-forbids.remedy.target':
    'سجلات CAA هذه موجودة لدى {target}، الذي يشير إليه سجل CNAME للاسم {alias}. اطلب من صاحب ذلك النطاق إضافة سجل بالوسم (tag) {tag} والقيمة {value}.',

  'caa-unknown-critical.title': 'سجل CAA لا تعرفه جهة إصدار الشهادات',
  'caa-unknown-critical.explanation':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. من السجلات السارية على النطاق {domain} سجل معلَّم بأنه حرج ويحمل الوسم (tag) {tags}، وهو وسم لا تعرفه Let’s Encrypt: وفي هذه الحالة لا يجوز لها إصدار الشهادة.',
  'caa-unknown-critical.remedy.remove':
    'احذف سجل CAA الذي يحمل الوسم (tag) {tags} للاسم {place}، أو اضبط علامته (flag) على 0.',
  'caa-unknown-critical.remedy.own':
    'أضف سجل CAA للاسم {place} بالعلامة (flag) 0 والوسم (tag) issue والقيمة letsencrypt.org: فهو يتقدم على سجلات {above}.',
  'caa-unknown-critical.remedy.network':
    'يتعين على الجهة التي تدير موقعك معالجة ذلك: سجلات CAA هذه موجودة لدى النطاق الذي يشير إليه سجل CNAME الخاص بك، وهو تابع لها. عليها حذف السجل الذي يحمل الوسم (tag) {tags} أو ضبط علامته (flag) على 0.',
  'caa-unknown-critical.remedy.target':
    'سجلات CAA هذه موجودة لدى {target}، الذي يشير إليه سجل CNAME للاسم {alias}. اطلب من صاحب ذلك النطاق حذف السجل الذي يحمل الوسم (tag) {tags} أو ضبط علامته (flag) على 0.',

  'caa.or-replace-alias': 'أو ضع بدلًا من سجل CNAME للاسم {place} ما يلي: {records}.',

  'caa-not-answered.title': 'لا يعطي DNS إجابة عن سجلات CAA',
  'caa-not-answered.explanation':
    'تحدد سجلات CAA الجهات المسموح لها بإصدار شهادات للنطاق. عند سؤال DNS عن سجلات {asked} يفشل السؤال، وقد تكرر ذلك أكثر من مرة. في هذه الحالة لا يجوز لـ Let’s Encrypt إصدار الشهادة، فقد يكون هناك سجل يمنع ذلك.',
  'caa-not-answered.remedy.of-the-domain':
    'اطلب من الشركة التي تحفظ سجلات DNS للنطاق {asked} أن تجعل خوادمها تجيب عن الأسئلة عن سجلات CAA (النوع 257).',
  'caa-not-answered.remedy.of-the-network':
    'يتعين على الجهة التي تدير موقعك التأكد من أن خوادم DNS للنطاق {asked} تجيب عن الأسئلة عن سجلات CAA (النوع 257).',
  'caa-not-answered.remedy.of-somebody-else':
    'هذا الأمر من شأن الجهة التي تدير خوادم DNS للنطاق {asked}. غالبًا ما تزول المشكلة من تلقاء نفسها، وإذا لم تزل فأبلغ الجهة التي تدير موقعك.',

  'caa.consequence':
    '{severity, select, fatal {لذلك لا يمكن للموقع الحصول على شهادة.} other {لدى الموقع شهادة الآن، ولكن لا يمكن تجديدها.}}',

  'wildcard-needs-dns-validation.title': 'شهادة حرف البدل (wildcard) تتطلب إثباتًا عبر DNS',
  'wildcard-needs-dns-validation.explanation':
    'لا تُصدر Let’s Encrypt شهادة للنطاق {domain} إلا إذا أثبت سجل DNS معين أن النطاق لك. يتعين على Closte طلب هذا السجل، وقد يلزم أن تضبطه أنت.',
  'wildcard-needs-dns-validation.remedy':
    'اسأل الجهة التي تدير موقعك: عليها الاتفاق مع Closte على السجل المطلوب. وإذا كان عليك ضبطه بنفسك، فستخبرك بذلك.',
} as const satisfies Translated<typeof ENGLISH>;
