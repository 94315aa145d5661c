import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'لا يمر HTTPS عبر {proxy, select, none {الخادم الوكيل} other {{proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {يقع الخادم الوكيل بين الزوار وهذا الموقع.} other {تقع خدمة {proxy} بين الزوار وهذا الموقع.}}',
  'https-behind-a-proxy.handshake':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: لا يستطيع الخادم الوكيل إنشاء اتصال آمن مع الموقع (الخطأ 525). لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.certificate':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: لا يجد الخادم الوكيل لدى الموقع شهادة سليمة للنطاق {domain} (الخطأ 526). لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.loop':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: يُعاد توجيه الزوار باستمرار في حلقة مغلقة. لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.to-http':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: يُعاد توجيه الزوار إلى HTTP العادي. لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.untrusted':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: لا تثق المتصفحات بالشهادة المعروضة عليها. لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.error':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: يجيب الخادم الوكيل بخطأ. لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.other-site':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: يجيب موقع آخر. لذلك لا تستطيع المتصفحات فتح الموقع.',
  'https-behind-a-proxy.no-answer':
    'ما يطلبه الزوار عبر HTTP العادي يصل إلى هنا، أما ما يطلبونه عبر HTTPS فلا يصل: لا توجد أي استجابة. لذلك لا تستطيع المتصفحات فتح الموقع.',

  'https-behind-a-proxy.remedy':
    'أوقف تمرير النطاق عبر الخادم الوكيل. عندئذٍ يشير النطاق {domain} إلى هنا مباشرة، ويحصل على شهادته هنا.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'إذا كنت تستخدم {proxy} لنطاقك، فاضبط حالة الوكيل لسجله على «DNS only»، أي DNS فقط (السحابة الرمادية). عندئذٍ يشير النطاق {domain} إلى هنا مباشرة، ويحصل على شهادته هنا.',
  'https-behind-a-proxy.instead.certificate':
    'إذا كان يجب أن يبقى خلف الخادم الوكيل، فيتعين على الجهة التي تدير موقعك أن تطلب من Closte تلك الشهادة.',
  'https-behind-a-proxy.instead.loop':
    'إذا كان يجب أن يبقى خلف الخادم الوكيل، فاضبط الخادم الوكيل بحيث يتصل بالموقع عبر HTTPS (في Cloudflare: القسم SSL/TLS، الخيار «Full»، أي كامل).',
  'https-behind-a-proxy.instead.to-http':
    'إذا كان يجب أن يبقى خلف الخادم الوكيل، فاحذف هناك القاعدة التي تعيد توجيه الزوار إلى HTTP.',
  'https-behind-a-proxy.instead.untrusted':
    'إذا كان يجب أن يبقى خلف الخادم الوكيل، فاطلب إصدار شهادة للنطاق من الخادم الوكيل.',
  'https-behind-a-proxy.instead.other-site':
    'إذا كان يجب أن يبقى خلف الخادم الوكيل، فاحذف هناك القاعدة التي توجه HTTPS إلى موقع آخر.',
  'https-behind-a-proxy.instead.no-answer': 'إذا كان يجب أن يبقى خلف الخادم الوكيل، ففعّل HTTPS هناك.',
} as const satisfies Translated<typeof ENGLISH>;
