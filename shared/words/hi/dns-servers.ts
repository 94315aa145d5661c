import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'सही उत्तर अभी हर जगह नहीं पहुँचा है',
  'not-propagated-yet.explanation':
    '{domain} का सही उत्तर मौजूद है, लेकिन {all, select, yes {जिन सार्वजनिक DNS सर्वरों से पूछा गया, उन सभी} other {जिन {asked, number} सार्वजनिक DNS सर्वरों से पूछा गया, उनमें से {some, number}}} ({names}) से अब भी कोई दूसरा उत्तर मिलता है। DNS सर्वर फिर से पूछने से पहले उत्तर को कुछ समय तक {some, plural, one {याद रखता है} other {याद रखते हैं}}।',
  'not-propagated-yet.remedy': 'आपको कुछ नहीं करना है। इसमें ज़्यादातर कुछ मिनट लगते हैं, कभी-कभी दो दिन तक।',
  'not-propagated-yet.remedy.known': 'आपको कुछ नहीं करना है। अब से इसमें ज़्यादा से ज़्यादा इतना समय लगेगा: {duration}।',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {एक नेम सर्वर उत्तर नहीं देता} other {कुछ नेम सर्वर उत्तर नहीं देते}}',
  'dns-server-failing.name-servers.explanation':
    'नेम सर्वर वे कंप्यूटर हैं, जिन पर {apex} के DNS रिकॉर्ड रखे होते हैं। {count, plural, one {{servers} उत्तर नहीं देता।} other {{servers} उत्तर नहीं देते।}} बाकी उत्तर देते हैं, इसलिए साइट ज़्यादातर मिल जाती है, लेकिन हमेशा नहीं।',
  'dns-server-failing.all-name-servers.title': 'नेम सर्वर उत्तर नहीं देते',
  'dns-server-failing.all-name-servers.explanation':
    'नेम सर्वर वे कंप्यूटर हैं, जिन पर {apex} के DNS रिकॉर्ड रखे होते हैं। {count, plural, one {{servers} उत्तर नहीं देता।} other {{servers} उत्तर नहीं देते।}} इसलिए {domain} तक पहुँचा नहीं जा सकता।',
  'dns-server-failing.name-servers.remedy':
    'अपने DNS प्रदाता से {servers} के बारे में पूछें। अगर आपने प्रदाता बदला है, तो हो सकता है कि जहाँ {apex} रजिस्टर है, वहाँ अब भी पुराने प्रदाता के नेम सर्वर दर्ज हों: उन्हें वहाँ बदलें।',

  'dns-server-failing.look-ups.title': 'DNS से कोई उत्तर नहीं मिलता',
  'dns-server-failing.look-ups.explanation':
    'सार्वजनिक DNS सर्वरों को {domain} के बारे में कोई उत्तर नहीं मिलता, इसलिए ब्राउज़र साइट को नहीं ढूँढ सकते। ज़्यादातर यह गड़बड़ी नेम सर्वरों की होती है, यानी उन कंप्यूटरों की, जिन पर डोमेन के DNS रिकॉर्ड रखे होते हैं।',
  'dns-server-failing.look-ups.remedy':
    'अगर यह एक घंटे से ज़्यादा समय तक रहे, तो अपने DNS प्रदाता से पूछें कि {domain} को DNS में क्यों नहीं ढूँढा जा सकता।',

  'dns-server-failing.one-type.title': 'DNS से {version} के बारे में कोई उत्तर नहीं मिलता',
  'dns-server-failing.one-type.explanation':
    '{domain} के DNS सर्वरों से इसके {version} पते ({type} रिकॉर्ड) पूछने पर कोई उत्तर नहीं मिलता। दूसरे सवाल का उत्तर मिलता है, इसलिए साइट ज़्यादातर मिल जाती है, हालाँकि कभी-कभी देर से।',
  'dns-server-failing.one-type.remedy':
    'अपने DNS प्रदाता से पूछें कि {domain} के {type} रिकॉर्ड के बारे में कोई उत्तर क्यों नहीं मिलता। अगर ऐसा कोई रिकॉर्ड नहीं है, तो उत्तर में यही बताया जाना चाहिए।',

  'dns-server-failing.resolvers.title': 'DNS से पूछा नहीं जा सका',
  'dns-server-failing.resolvers.explanation':
    'जिन सार्वजनिक DNS सर्वरों से {domain} के बारे में पूछा जाता है, उन्होंने सवाल नहीं लिया। इससे डोमेन के बारे में कुछ पता नहीं चलता।',
  'dns-server-failing.resolvers.remedy':
    'आपको कुछ नहीं करना है: उनसे फिर पूछा जाएगा। अगर ऐसा ही रहे, तो आपकी साइट के संचालकों को इसे देखना होगा।',

  'dnssec-failing.title': 'DNSSEC हस्ताक्षर मेल नहीं खाते',
  'dnssec-failing.explanation':
    '{apex} के DNS रिकॉर्ड हस्ताक्षरित हैं (DNSSEC), और हस्ताक्षर मेल नहीं खाते। ऐसे में हस्ताक्षर जाँचने वाले DNS सर्वर कोई उत्तर नहीं देते, इसलिए कई विज़िटर और सर्टिफ़िकेट जारी करने वाली अथॉरिटी {domain} तक नहीं पहुँच पाते।',
  'dnssec-failing.remedy':
    'अपने DNS प्रदाता से {apex} का DNSSEC ठीक करने को कहें। अगर आपने प्रदाता बदला है, तो जहाँ {apex} रजिस्टर है, वहाँ शायद अब भी पुराने प्रदाता का DS रिकॉर्ड दर्ज है: उसे वहाँ से हटाएँ।',
  'dnssec-failing.at-some.title': 'कुछ DNS सर्वरों के अनुसार DNSSEC हस्ताक्षर मेल नहीं खाते',
  'dnssec-failing.at-some.explanation':
    '{apex} के DNS रिकॉर्ड हस्ताक्षरित हैं (DNSSEC)। {all, select, yes {जिन सार्वजनिक DNS सर्वरों से पूछा गया, उन सभी} other {जिन {asked, number} सार्वजनिक DNS सर्वरों से पूछा गया, उनमें से {some, number}}} ({names}) के अनुसार हस्ताक्षर मेल नहीं खाते, इसलिए {some, plural, one {इस सर्वर} other {इन सर्वरों}} का इस्तेमाल करने वाले {domain} तक नहीं पहुँच पाते। बाकी सर्वर ऐसा नहीं बताते: हो सकता है कि यह अपने-आप ठीक हो जाए।',
  'dnssec-failing.at-some.remedy':
    'अगर यह एक दिन से ज़्यादा समय तक रहे, तो अपने DNS प्रदाता से {apex} का DNSSEC देखने को कहें।',

  'blocked-by-a-filter.title': 'एक फ़िल्टर डोमेन को रोकता है',
  'blocked-by-a-filter.explanation':
    'कुछ DNS सर्वर अपने इस्तेमाल करने वालों को कुछ साइटों से बचाते हैं। {all, select, yes {जिन सार्वजनिक DNS सर्वरों से पूछा गया, उन सभी} other {जिन {asked, number} सार्वजनिक DNS सर्वरों से पूछा गया, उनमें से {some, number}}} ({names}) पर {some, plural, one {{domain} को ऐसी साइट मानकर रोका जाता है: इस सर्वर का इस्तेमाल करने वाले} other {{domain} को ऐसी साइट मानकर रोका जाता है: इनमें से किसी सर्वर का इस्तेमाल करने वाले}} इस तक नहीं पहुँच पाते। इसका आपके DNS रिकॉर्ड से कोई संबंध नहीं है।',
  'blocked-by-a-filter.remedy':
    'पक्का करें कि किसी ने {domain} पर कुछ हानिकारक न डाला हो। फिर {names} चलाने वालों से इसे अपनी सूची से हटाने को कहें: इसके लिए उनका एक पेज होता है।',

  'name-servers-disagree.title': 'नेम सर्वरों के उत्तर आपस में मेल नहीं खाते',
  'name-servers-disagree.explanation':
    'नेम सर्वर वे कंप्यूटर हैं, जिन पर {apex} के DNS रिकॉर्ड रखे होते हैं। {domain} के बारे में वे अलग-अलग बातें बताते हैं: {right_count, plural, =0 {{wrong} से अलग-अलग उत्तर मिलते हैं, और उनमें से कोई सही नहीं है।} one {{right} पर सही उत्तर है, {wrong_count, plural, one {{wrong} पर नहीं} other {{wrong} पर नहीं}}।} other {{right} पर सही उत्तर है, {wrong_count, plural, one {{wrong} पर नहीं} other {{wrong} पर नहीं}}।}} विज़िटर को कौन-सा उत्तर मिलेगा, यह संयोग की बात है।',
  'name-servers-disagree.remedy':
    'अगर आपने पिछले एक घंटे में रिकॉर्ड बदले हैं, तो थोड़ा इंतज़ार करें। अगर नहीं, तो अपने DNS प्रदाता से {wrong} के बारे में पूछें। अगर नेम सर्वर दो प्रदाताओं के हैं, तो दोनों जगह रिकॉर्ड एक जैसे होने चाहिए।',

  'network-not-resolvable.title': 'नेटवर्क का पता नहीं मिलता',
  'network-not-resolvable.explanation':
    'अभी यह नहीं बताया जा सकता कि {domain} को कहाँ ले जाना चाहिए, क्योंकि DNS में {network, select, none {साइट के नेटवर्क} other {{network}}} का ही कोई पता नहीं है। यह आपके डोमेन की गड़बड़ी नहीं है।',
  'network-not-resolvable.remedy':
    'आपको कुछ नहीं करना है। आपकी साइट के संचालकों को {network, select, none {साइट के नेटवर्क} other {{network}}} के लिए एक पता सेट करना होगा।',
} as const satisfies Translated<typeof ENGLISH>;
