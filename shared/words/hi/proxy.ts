import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'HTTPS अनुरोध {proxy, select, none {प्रॉक्सी} other {{proxy}}} से आगे नहीं पहुँचते',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {प्रॉक्सी विज़िटर और इस साइट के बीच में है।} other {{proxy} विज़िटर और इस साइट के बीच में है।}}',
  'https-behind-a-proxy.handshake':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: प्रॉक्सी का साइट के साथ सुरक्षित कनेक्शन नहीं बन पाता (त्रुटि 525)। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.certificate':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: प्रॉक्सी को साइट पर {domain} के लिए सही सर्टिफ़िकेट नहीं मिलता (त्रुटि 526)। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.loop':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: विज़िटर को बार-बार गोल घुमाया जाता है। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.to-http':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: विज़िटर को वापस सादे HTTP पर भेज दिया जाता है। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.untrusted':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: ब्राउज़र दिखाए गए सर्टिफ़िकेट पर भरोसा नहीं करते। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.error':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: प्रॉक्सी से उत्तर में त्रुटि मिलती है। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.other-site':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: कोई दूसरी साइट उत्तर देती है। इसलिए ब्राउज़र साइट नहीं खोल सकते।',
  'https-behind-a-proxy.no-answer':
    'सादे HTTP के अनुरोध यहाँ पहुँचते हैं, लेकिन HTTPS के नहीं: कोई उत्तर नहीं मिलता। इसलिए ब्राउज़र साइट नहीं खोल सकते।',

  'https-behind-a-proxy.remedy':
    'डोमेन को प्रॉक्सी से हटाएँ। तब {domain} सीधे यहाँ ले जाएगा, और उसे यहाँ अपना सर्टिफ़िकेट मिलेगा।',
  'https-behind-a-proxy.remedy.Cloudflare':
    'अगर आप अपने डोमेन के लिए {proxy} का इस्तेमाल करते हैं, तो उसके रिकॉर्ड की प्रॉक्सी स्थिति (Proxy status) को “DNS only” यानी “केवल DNS” (स्लेटी बादल) पर सेट करें। तब {domain} सीधे यहाँ ले जाएगा, और उसे यहाँ अपना सर्टिफ़िकेट मिलेगा।',
  'https-behind-a-proxy.instead.certificate':
    'अगर डोमेन को प्रॉक्सी में ही रखना है, तो आपकी साइट के संचालकों को Closte से वह सर्टिफ़िकेट माँगना होगा।',
  'https-behind-a-proxy.instead.loop':
    'अगर डोमेन को प्रॉक्सी में ही रखना है, तो प्रॉक्सी को ऐसे सेट करें कि वह साइट को HTTPS से खोले (Cloudflare में: SSL/TLS, “Full” यानी “पूर्ण”)।',
  'https-behind-a-proxy.instead.to-http':
    'अगर डोमेन को प्रॉक्सी में ही रखना है, तो वहाँ से वह नियम हटाएँ, जो विज़िटर को HTTP पर भेजता है।',
  'https-behind-a-proxy.instead.untrusted':
    'अगर डोमेन को प्रॉक्सी में ही रखना है, तो प्रॉक्सी से डोमेन के लिए सर्टिफ़िकेट जारी करवाएँ।',
  'https-behind-a-proxy.instead.other-site':
    'अगर डोमेन को प्रॉक्सी में ही रखना है, तो वहाँ से वह नियम हटाएँ, जो HTTPS को किसी दूसरी साइट पर ले जाता है।',
  'https-behind-a-proxy.instead.no-answer': 'अगर डोमेन को प्रॉक्सी में ही रखना है, तो वहाँ HTTPS चालू करें।',
} as const satisfies Translated<typeof ENGLISH>;
