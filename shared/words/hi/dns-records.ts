import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'अभी कोई DNS रिकॉर्ड नहीं है',
  'no-records.explanation':
    'ऐसा कोई DNS रिकॉर्ड नहीं है, जो बताए कि {domain} कहाँ ले जाता है, इसलिए कोई भी इस नाम से साइट तक नहीं पहुँच सकता।',

  'domain-not-registered.title': '{registrable} रजिस्टर नहीं है',
  'domain-not-registered.explanation':
    'इंटरनेट पर {registrable} मौजूद नहीं है। हो सकता है कि नाम की वर्तनी गलत हो, रजिस्ट्रेशन की अवधि समाप्त हो गई हो या उसे निलंबित कर दिया गया हो, या नाम इतना नया हो कि अभी उसकी जानकारी न पहुँची हो।',
  'domain-not-registered.explanation.below':
    'इंटरनेट पर {registrable} मौजूद नहीं है, और इसलिए {domain} भी नहीं है। हो सकता है कि नाम की वर्तनी गलत हो, रजिस्ट्रेशन की अवधि समाप्त हो गई हो या उसे निलंबित कर दिया गया हो, या नाम इतना नया हो कि अभी उसकी जानकारी न पहुँची हो।',
  'domain-not-registered.remedy':
    'वर्तनी जाँचें। अगर वह सही है, तो {registrable} को डोमेन नाम बेचने वाली किसी कंपनी के यहाँ रजिस्टर या रिन्यू करें।',

  'wrong-address.title': 'डोमेन किसी दूसरे सर्वर पर ले जाता है',
  'wrong-address.explanation': '{domain} अभी {wrong} पर ले जाता है, जहाँ यह साइट नहीं है।',

  'stray-ipv6.title': 'एक IPv6 पता किसी दूसरे सर्वर पर ले जाता है',
  'stray-ipv6.explanation':
    '{domain} का IPv4 पता (A रिकॉर्ड) सही है। लेकिन IPv6 के लिए भी कुछ दर्ज है, जो कहीं और ले जाता है: {records}। ब्राउज़र और सर्टिफ़िकेट जारी करने वाली अथॉरिटी IPv6 को प्राथमिकता देते हैं, इसलिए वे किसी दूसरे सर्वर पर पहुँच जाते हैं।',

  'some-addresses-wrong.title': 'कुछ पते किसी दूसरे सर्वर पर ले जाते हैं',
  'some-addresses-wrong.explanation':
    '{domain} अभी {right} पर ले जाता है, जो सही है, और साथ ही {wrong} पर भी, जहाँ यह साइट नहीं है। कुछ विज़िटर वहीं पहुँच जाते हैं।',

  'reserved-address.title': 'एक पता ऐसा है जो इंटरनेट पर नहीं है',
  'reserved-address.explanation':
    '{domain} अभी {wrong} पर ले जाता है। ऐसे पते निजी नेटवर्क, परीक्षण या उदाहरणों के लिए होते हैं: इंटरनेट से कोई भी वहाँ साइट तक नहीं पहुँच सकता।',

  'cname-to-elsewhere.title': 'CNAME रिकॉर्ड कहीं और ले जाता है',
  'cname-to-elsewhere.explanation':
    '{domain} का एक CNAME रिकॉर्ड है, जो इसे {to} का दूसरा नाम बनाता है। {leads, select, elsewhere {वह नाम किसी दूसरे सर्वर पर ले जाता है, जहाँ यह साइट नहीं है।} other {वह नाम कहीं नहीं ले जाता: उसका कोई पता नहीं है।}}',

  'cname-loop.title': 'CNAME रिकॉर्ड गोल घूमते हैं',
  'cname-loop.explanation':
    '{domain} का एक CNAME रिकॉर्ड है, जो इसे किसी और नाम का दूसरा नाम बनाता है, और वह एक या ज़्यादा चरणों में वापस यहीं ले आता है। इसलिए इससे कभी कोई पता नहीं मिलता।',

  'cname-at-apex.title': 'CNAME रिकॉर्ड ऐसी जगह है जहाँ उसकी अनुमति नहीं है',
  'cname-at-apex.explanation':
    '{domain} से आपका DNS ज़ोन, यानी आपके सभी DNS रिकॉर्ड का समूह, शुरू होता है। वहाँ CNAME रिकॉर्ड की अनुमति नहीं है: वह उस नाम के दूसरे रिकॉर्ड को छिपा देता है, जैसे ईमेल के रिकॉर्ड, और हर DNS सर्वर उसे नहीं मानता।',

  'behind-a-proxy.works.title': '{proxy, select, none {प्रॉक्सी} other {{proxy}}} के पीछे काम कर रहा है',
  'behind-a-proxy.works.explanation':
    '{domain} अभी {proxy, select, none {किसी दूसरे सर्वर} other {{proxy}}} पर ले जाता है, जो विज़िटर और इस साइट के बीच में है और उनके अनुरोध आगे भेजता है। जाँच से पता चलता है कि अनुरोध यहाँ पहुँचते हैं।',
  'behind-a-proxy.title': 'साइट के आगे {proxy} लगा है',
  'behind-a-proxy.explanation':
    '{domain} अभी {proxy} पर ले जाता है, जो विज़िटर और साइट के बीच में रहता है और उनके अनुरोध आगे भेजता है। {arrives, select, no {जाँच से पता चलता है कि अनुरोध यहाँ नहीं पहुँचते।} other {यह पता नहीं चल सका कि अनुरोध यहाँ पहुँचते हैं या नहीं।}}',
  'behind-a-proxy.remedy.Cloudflare':
    'अगर आप अपने डोमेन के लिए {proxy} का इस्तेमाल करते हैं, तो उसके रिकॉर्ड की प्रॉक्सी स्थिति (Proxy status) को “DNS only” यानी “केवल DNS” (स्लेटी बादल) पर सेट करें। अगर नहीं, तो वह रिकॉर्ड किसी दूसरी सेवा के लिए बनाया गया था।',
} as const satisfies Translated<typeof ENGLISH>;
