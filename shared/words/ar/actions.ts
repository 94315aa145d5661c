import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': 'اضبط سجل {type} للاسم {place} على القيمة {value}.',
  'action.set.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك ضبط سجل {type} للاسم {place} على القيمة {value}.',
  'action.set.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، ضبط سجل {type} للاسم {place} على القيمة {value}.',

  'action.set-caa.owner': 'أضف سجل CAA للاسم {place} بالقيمة {value}. يمكن أن تبقى السجلات الأخرى كما هي.',
  'action.set-caa.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك إضافة سجل CAA للاسم {place} بالقيمة {value}. يمكن أن تبقى السجلات الأخرى كما هي.',
  'action.set-caa.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، إضافة سجل CAA للاسم {place} بالقيمة {value}. يمكن أن تبقى السجلات الأخرى كما هي.',

  'action.change.owner': 'غيّر قيمة سجل {type} للاسم {place} من {old} إلى {value}.',
  'action.change.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك تغيير قيمة سجل {type} للاسم {place} من {old} إلى {value}.',
  'action.change.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، تغيير قيمة سجل {type} للاسم {place} من {old} إلى {value}.',

  'action.change-type.owner':
    'غيّر سجل {old_type} للاسم {place} الذي قيمته {old} إلى سجل {type} بالقيمة {value}. إذا كان النموذج لا يتيح ذلك، فاحذف السجل القديم ثم أضف السجل الجديد.',
  'action.change-type.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك تغيير سجل {old_type} للاسم {place} الذي قيمته {old} إلى سجل {type} بالقيمة {value}. إذا كان النموذج لا يتيح ذلك، فيُحذف السجل القديم ثم يُضاف السجل الجديد.',
  'action.change-type.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، تغيير سجل {old_type} للاسم {place} الذي قيمته {old} إلى سجل {type} بالقيمة {value}. إذا كان النموذج لا يتيح ذلك، فيُحذف السجل القديم ثم يُضاف السجل الجديد.',

  'action.remove.owner': 'احذف سجل {type} للاسم {place} الذي قيمته {value}.',
  'action.remove.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك حذف سجل {type} للاسم {place} الذي قيمته {value}.',
  'action.remove.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، حذف سجل {type} للاسم {place} الذي قيمته {value}.',

  'action.remove-at-registrar.owner':
    'احذف سجل {type} للاسم {name} الذي قيمته {value}، وذلك لدى الشركة المسجل لديها النطاق {name}.',
  'action.remove-at-registrar.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك حذف سجل {type} للاسم {name} الذي قيمته {value}، وذلك لدى الشركة المسجل لديها النطاق {name}.',
  'action.remove-at-registrar.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، حذف سجل {type} للاسم {name} الذي قيمته {value}، وذلك لدى الشركة المسجل لديها النطاق {name}.',

  'action.switch-off-proxy.owner':
    'أوقف تمرير النطاق {domain} عبر الخادم الوكيل الموجود أمامه (في Cloudflare: اضبط حالة الوكيل لسجله على «DNS only»، أي DNS فقط، وهي السحابة الرمادية).',
  'action.switch-off-proxy.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك إيقاف تمرير النطاق {domain} عبر الخادم الوكيل الموجود أمامه (في Cloudflare: ضبط حالة الوكيل لسجله على «DNS only»، أي DNS فقط، وهي السحابة الرمادية).',
  'action.switch-off-proxy.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، إيقاف تمرير النطاق {domain} عبر الخادم الوكيل الموجود أمامه (في Cloudflare: ضبط حالة الوكيل لسجله على «DNS only»، أي DNS فقط، وهي السحابة الرمادية).',

  'action.switch-off-redirect.owner': 'أوقف إعادة التوجيه أو التحويل الذي أعددته للنطاق {domain}.',
  'action.switch-off-redirect.operator':
    'لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك إيقاف إعادة التوجيه أو التحويل المُعد للنطاق {domain}.',
  'action.switch-off-redirect.closte':
    'لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، إيقاف إعادة التوجيه أو التحويل المُعد للنطاق {domain}.',

  'action.register.owner':
    'تحقق من كتابة الاسم {name}. سجّل النطاق {name} أو جدّد تسجيله لدى شركة تبيع أسماء النطاقات.',
  'action.register.operator':
    'تحقق من كتابة الاسم {name}. لا يلزمك فعل أي شيء آخر: يتعين على الجهة التي تدير موقعك تسجيل النطاق {name} أو تجديد تسجيله لدى شركة تبيع أسماء النطاقات.',
  'action.register.closte':
    'تحقق من كتابة الاسم {name}. لا يلزمك فعل أي شيء آخر: يتعين على Closte، التي تستضيف الموقع، تسجيل النطاق {name} أو تجديد تسجيله لدى شركة تبيع أسماء النطاقات.',

  'action.ask.owner':
    '{whom, select, operator {اسأل الجهة التي تدير موقعك.} closte {اسأل Closte، التي تستضيف الموقع.} other {اطلب من الشركة التي تحفظ سجلات DNS الخاصة بك (مزود DNS) إصلاح ذلك.}}',
  'action.ask.operator':
    '{whom, select, operator {لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك النظر في الأمر.} closte {لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك أن تطلب من Closte إصلاح ذلك.} other {لا يلزمك فعل أي شيء: يتعين على الجهة التي تدير موقعك أن تطلب إصلاح ذلك من الشركة التي تحفظ سجلات DNS الخاصة بها.}}',
  'action.ask.closte':
    '{whom, select, operator {لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، أن تسأل الجهة التي تدير موقعك.} closte {لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، النظر في الأمر.} other {لا يلزمك فعل أي شيء: يتعين على Closte، التي تستضيف الموقع، أن تطلب إصلاح ذلك من الشركة التي تحفظ سجلات DNS الخاصة بك (مزود DNS).}}',

  'action.ask.to-map':
    'إذا كنت تريد أن يشير النطاق {domain} إلى موقعك، فاطلب من الجهة التي تدير موقعك ربطه به.',

  'action.wait': 'لا يلزمك فعل أي شيء: يستمر ذلك حتى {until} على الأكثر.',
  'action.or': 'إذا لم يكن ذلك ممكنًا: {way}',
} as const satisfies Translated<typeof ENGLISH>;
