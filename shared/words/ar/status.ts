import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': 'النطاق {domain} جاهز: إنه يشير إلى موقعه وله شهادة سليمة.',
  'status.action-needed': 'النطاق {domain} لا يعمل بعد: {title}.',
  'status.action-needed.unknown': 'النطاق {domain} لا يعمل بعد: هناك خطأ ما.',
  'status.not-mapped': 'النطاق {domain} غير مربوط بأي موقع هنا.',

  'status.waiting.hosting': 'إعداد النطاق {domain} جارٍ، وهو في انتظار قبوله لدى الاستضافة.',
  'status.waiting.dns': 'إعداد النطاق {domain} جارٍ، وهو في انتظار ظهور تغيير DNS في كل مكان.',
  'status.waiting.certificate': 'إعداد النطاق {domain} جارٍ، وهو في انتظار الشهادة.',
  'status.what.hosting': 'قبول النطاق لدى الاستضافة',
  'status.what.dns': 'ظهور تغيير DNS في كل مكان',
  'status.what.certificate': 'الشهادة',
} as const satisfies Translated<typeof ENGLISH>;
