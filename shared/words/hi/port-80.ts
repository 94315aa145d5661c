import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'पोर्ट 80 बंद है',
  'port-80-closed.explanation':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी {domain} को सादे HTTP से, पोर्ट 80 पर खोलती है, और केवल नाम टाइप करने वाला विज़िटर भी ऐसा ही करता है। {addresses} पर वहाँ कोई वेब सर्वर उत्तर नहीं देता।',
  'port-80-timeout.title': 'पोर्ट 80 से उत्तर नहीं मिलता',
  'port-80-timeout.explanation':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी {domain} को सादे HTTP से, पोर्ट 80 पर खोलती है, और केवल नाम टाइप करने वाला विज़िटर भी ऐसा ही करता है। {addresses} पर समय पर कोई उत्तर नहीं मिलता, जिसकी वजह ज़्यादातर फ़ायरवॉल होता है।',
  'port-80.remedy':
    'अगर आपने साइट के आगे फ़ायरवॉल या प्रॉक्सी लगाया है, तो उसमें पोर्ट 80 खोलें। अगर नहीं, तो आपकी साइट के संचालकों को Closte से पूछना होगा।',
  'port-80.consequence':
    '{severity, select, fatal {इसलिए साइट को सर्टिफ़िकेट नहीं मिल सकता।} other {इससे सर्टिफ़िकेट का जारी या रिन्यू होना रुक सकता है।}}',

  'http-redirects-elsewhere.title': 'पोर्ट 80 कहीं और रीडायरेक्ट करता है',
  'http-redirects-elsewhere.explanation':
    '{domain} को सादे HTTP से खोलने वाले को {to} पर भेज दिया जाता है। सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ ऐसा प्रमाण माँगती है, जो केवल इस साइट के पास है, और हो सकता है कि वह उसे न मिले।',
  'http-redirects-elsewhere.sent-on': '{domain} को सादे HTTP से खोलने वाले को {to} पर भेज दिया जाता है।',
  'http-redirects-elsewhere.not-followed.status':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: वह स्थिति कोड 303 वाले किसी रीडायरेक्ट का पालन नहीं करती।',
  'http-redirects-elsewhere.not-followed.unreadable':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: वह उस पते को पढ़ नहीं सकती।',
  'http-redirects-elsewhere.not-followed.scheme':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: वह केवल http: और https: पतों पर जाती है।',
  'http-redirects-elsewhere.not-followed.no-host':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: उस पते में कोई होस्ट नाम नहीं है।',
  'http-redirects-elsewhere.not-followed.port':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: वह केवल पोर्ट 80 और 443 पर जाती है।',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: होस्ट नाम के बाद स्लैश (/) नहीं है, इसलिए ऐसा कोई होस्ट नहीं है।',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: ऐसा पता इंटरनेट पर नहीं है।',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: इंटरनेट पर ऐसा कोई नाम नहीं है।',
  'http-redirects-elsewhere.not-followed.too-long':
    'सर्टिफ़िकेट जारी करने वाली अथॉरिटी वहाँ नहीं जाती: वह पता बहुत लंबा है।',
  'http-redirects-elsewhere.remedy':
    'अगर आपने अपने DNS प्रदाता के यहाँ या किसी प्रॉक्सी में {domain} के लिए रीडायरेक्ट या फ़ॉरवर्डिंग सेट की है, तो उसे बंद करें। अगर नहीं, तो आपकी साइट के संचालकों को इसे देखना होगा।',
  'http-redirects-elsewhere.remedy.missing-slash':
    'अगर आपने अपने DNS प्रदाता के यहाँ या किसी प्रॉक्सी में {domain} के लिए रीडायरेक्ट या फ़ॉरवर्डिंग सेट की है, तो वह जिस पते पर ले जाती है, उसके अंत में स्लैश (/) लगाएँ: {address}। अगर नहीं, तो आपकी साइट के संचालकों को इसे देखना होगा।',

  'http-redirect-loop.title': 'पोर्ट 80 के रीडायरेक्ट गोल घूमते हैं',
  'http-redirect-loop.explanation':
    '{domain} को सादे HTTP से खोलने वाले को बार-बार आगे भेजा जाता है, और वह किसी पेज पर नहीं पहुँचता। सर्टिफ़िकेट जारी करने वाली अथॉरिटी के साथ भी ऐसा ही होता है।',

  'answers-differ-between-addresses.title': 'इसके पते एक ही सर्वर पर नहीं ले जाते',
  'answers-differ-between-addresses.explanation':
    '{domain} के ये पते हैं: {addresses}। इनसे एक ही सवाल के अलग-अलग उत्तर मिलते हैं। इसलिए शायद इनमें से सभी इस साइट के नहीं हैं, और विज़िटर को क्या मिलेगा, यह संयोग की बात है।',
  'answers-differ-between-addresses.remedy':
    '{domain} के A और AAAA रिकॉर्ड में देखें कि कोई रिकॉर्ड किसी दूसरे सर्वर का तो नहीं बचा है, और उसे हटाएँ। अगर सभी रिकॉर्ड वैसे ही हैं, जैसे आपको सेट करने को कहा गया था, तो आपकी साइट के संचालकों को इसे देखना होगा।',
} as const satisfies Translated<typeof ENGLISH>;
