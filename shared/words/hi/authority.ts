import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'एक CAA रिकॉर्ड साइट का सर्टिफ़िकेट जारी होने से रोकता है',
  'caa-forbids.explanation.other-authority':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। {domain} पर लागू CAA रिकॉर्ड Let’s Encrypt को इसकी अनुमति नहीं देते, जबकि इस साइट का सर्टिफ़िकेट वही जारी करता है।',
  'caa-forbids.explanation.malformed':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। {domain} पर लागू CAA रिकॉर्ड में Let’s Encrypt का नाम है, जो इस साइट का सर्टिफ़िकेट जारी करता है, लेकिन वह ऐसे लिखा है कि Let’s Encrypt उसे पढ़ नहीं सकता।',
  'caa-forbids.explanation.other-method':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। {domain} पर लागू CAA रिकॉर्ड Let’s Encrypt को, जो इस साइट का सर्टिफ़िकेट जारी करता है, केवल किसी दूसरे तरीके के प्रमाण (validationmethods) के साथ अनुमति देते हैं, न कि उस तरीके के साथ जो यहाँ इस्तेमाल होता है।',
  'caa-forbids.explanation.unknown-account':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। {domain} पर लागू CAA रिकॉर्ड Let’s Encrypt को, जो इस साइट का सर्टिफ़िकेट जारी करता है, केवल एक खाते (accounturi) के लिए अनुमति देते हैं, और लगता है कि इस साइट की होस्टिंग कोई दूसरा खाता इस्तेमाल करती है।',
  'caa-forbids.explanation.no-account':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। {domain} पर लागू CAA रिकॉर्ड Let’s Encrypt को, जो इस साइट का सर्टिफ़िकेट जारी करता है, केवल ऐसे खाते (accounturi) के लिए अनुमति देते हैं जो उसके यहाँ है ही नहीं।',
  'caa-forbids.remedy.own':
    '{place} के लिए एक CAA रिकॉर्ड जोड़ें, जिसमें फ़्लैग {flags}, टैग {tag} और मान {value} हो। बाकी CAA रिकॉर्ड जैसे हैं, वैसे ही रह सकते हैं।',
  'caa-forbids.remedy.network':
    'यह काम आपकी साइट के संचालकों को करना होगा: ये CAA रिकॉर्ड उस डोमेन पर हैं जिस पर आपका CNAME रिकॉर्ड ले जाता है, और वह डोमेन उनका है। उन्हें टैग {tag} और मान {value} वाला एक CAA रिकॉर्ड जोड़ना होगा।',
  'caa-forbids.remedy.target':
    'ये CAA रिकॉर्ड {target} पर हैं, जहाँ {alias} का CNAME रिकॉर्ड ले जाता है। वह डोमेन जिसका है, उससे टैग {tag} और मान {value} वाला एक CAA रिकॉर्ड जोड़ने को कहें।',

  'caa-unknown-critical.title': 'एक CAA रिकॉर्ड अथॉरिटी के लिए अनजान है',
  'caa-unknown-critical.explanation':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। {domain} पर लागू एक CAA रिकॉर्ड अति-महत्वपूर्ण (critical) के रूप में चिह्नित है और उसका टैग {tags} है, जिसे Let’s Encrypt नहीं जानता। ऐसे में उसे सर्टिफ़िकेट जारी करने की अनुमति नहीं है।',
  'caa-unknown-critical.remedy.remove': '{place} से टैग {tags} वाला CAA रिकॉर्ड हटाएँ, या उसका फ़्लैग 0 पर सेट करें।',
  'caa-unknown-critical.remedy.own':
    '{place} के लिए एक CAA रिकॉर्ड जोड़ें, जिसमें फ़्लैग 0, टैग issue और मान letsencrypt.org हो: तब {above} के CAA रिकॉर्ड के बजाय यही लागू होगा।',
  'caa-unknown-critical.remedy.network':
    'यह काम आपकी साइट के संचालकों को करना होगा: ये CAA रिकॉर्ड उस डोमेन पर हैं जिस पर आपका CNAME रिकॉर्ड ले जाता है, और वह डोमेन उनका है। उन्हें टैग {tags} वाला CAA रिकॉर्ड हटाना होगा, या उसका फ़्लैग 0 पर सेट करना होगा।',
  'caa-unknown-critical.remedy.target':
    'ये CAA रिकॉर्ड {target} पर हैं, जहाँ {alias} का CNAME रिकॉर्ड ले जाता है। वह डोमेन जिसका है, उससे टैग {tags} वाला CAA रिकॉर्ड हटाने, या उसका फ़्लैग 0 पर सेट करने को कहें।',

  'caa.or-replace-alias': 'या {place} का CNAME रिकॉर्ड हटाकर उसकी जगह {records} सेट करें।',

  'caa-not-answered.title': 'DNS से CAA रिकॉर्ड के बारे में कोई उत्तर नहीं मिलता',
  'caa-not-answered.explanation':
    'CAA रिकॉर्ड बताते हैं कि किसी डोमेन के लिए कौन-सी अथॉरिटी सर्टिफ़िकेट जारी कर सकती हैं। DNS से {asked} के CAA रिकॉर्ड पूछने पर सवाल विफल हो जाता है, और ऐसा एक से ज़्यादा बार हुआ है। तब Let’s Encrypt को सर्टिफ़िकेट जारी करने की अनुमति नहीं है: हो सकता है कि कोई CAA रिकॉर्ड इसे मना करता हो।',
  'caa-not-answered.remedy.of-the-domain':
    'जिस कंपनी के यहाँ {asked} के DNS रिकॉर्ड रखे हैं, उससे कहें कि उसके सर्वर CAA रिकॉर्ड (टाइप 257) के सवालों का उत्तर दें।',
  'caa-not-answered.remedy.of-the-network':
    'आपकी साइट के संचालकों को पक्का करना होगा कि {asked} के DNS सर्वर CAA रिकॉर्ड (टाइप 257) के सवालों का उत्तर दें।',
  'caa-not-answered.remedy.of-somebody-else':
    'यह काम {asked} के DNS सर्वर चलाने वालों का है। ज़्यादातर यह अपने-आप ठीक हो जाता है; अगर न हो, तो अपनी साइट के संचालकों को बताएँ।',

  'caa.consequence':
    '{severity, select, fatal {इसलिए साइट को सर्टिफ़िकेट नहीं मिल सकता।} other {साइट के पास अभी सर्टिफ़िकेट है, लेकिन उसे रिन्यू नहीं किया जा सकता।}}',

  'wildcard-needs-dns-validation.title': 'वाइल्डकार्ड सर्टिफ़िकेट के लिए DNS से प्रमाण चाहिए',
  'wildcard-needs-dns-validation.explanation':
    'Let’s Encrypt {domain} के लिए सर्टिफ़िकेट तभी देता है, जब एक खास DNS रिकॉर्ड से यह साबित हो कि डोमेन आपका है। वह रिकॉर्ड Closte को माँगना होगा, और हो सकता है कि उसे आपको सेट करना पड़े।',
  'wildcard-needs-dns-validation.remedy':
    'अपनी साइट के संचालकों से पूछें: उन्हें Closte के साथ तय करना होगा कि वह कौन-सा रिकॉर्ड है। अगर उसे आपको सेट करना है, तो वे आपको बताएँगे।',
} as const satisfies Translated<typeof ENGLISH>;
