import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} तैयार है: इससे इसकी साइट खुलती है और सर्टिफ़िकेट सही है।',
  'status.action-needed': '{domain} अभी काम नहीं कर रहा है: {title}।',
  'status.action-needed.unknown': '{domain} अभी काम नहीं कर रहा है: कोई गड़बड़ी है।',
  'status.not-mapped': '{domain} यहाँ की किसी साइट से नहीं जुड़ा है।',

  'status.waiting.hosting': '{domain} पर काम चल रहा है: होस्टिंग के डोमेन को स्वीकार करने का इंतज़ार है।',
  'status.waiting.dns': '{domain} पर काम चल रहा है: DNS का बदलाव हर जगह दिखने का इंतज़ार है।',
  'status.waiting.certificate': '{domain} पर काम चल रहा है: सर्टिफ़िकेट का इंतज़ार है।',
  'status.what.hosting': 'होस्टिंग का डोमेन को स्वीकार करना',
  'status.what.dns': 'DNS के बदलाव का हर जगह दिखना',
  'status.what.certificate': 'सर्टिफ़िकेट',
} as const satisfies Translated<typeof ENGLISH>;
