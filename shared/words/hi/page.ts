import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: तैयार है',
  'page.title.waiting': '{domain}: इंतज़ार जारी',
  'page.title.action-needed': '{domain}: कार्रवाई ज़रूरी है',
  'page.title.not-mapped': '{domain}: साइट से नहीं जुड़ा है',
  'page.title.others-turn': '{domain}: अभी तैयार नहीं है',

  'page.verdict.ready': 'तैयार है',
  'page.verdict.waiting': 'इंतज़ार जारी',
  'page.verdict.action-needed': 'कार्रवाई ज़रूरी है',
  'page.verdict.not-mapped': 'साइट से नहीं जुड़ा है',
  'page.verdict.others-turn': 'अभी तैयार नहीं है',
  'page.waiting-for': 'इसका इंतज़ार है',
  'page.tried-until': 'इस समय तक कोशिश होगी',
  'page.given-up':
    'इस पर नज़र रखना {since} से बंद है। अगली जाँच का समय: {next}। तब सब सही मिला, तो इस पर फिर से नज़र रखी जाएगी।',
  'page.followed-again': 'इस पर नज़र रखना {since} से बंद था। अब सब सही है, और इस पर फिर से नज़र रखी जा रही है।',
  'page.name-in-dns': 'DNS में यह नाम ऐसे लिखा जाता है: {name}।',

  'page.actions.heading': 'क्या करना है',
  'page.actions.afterwards': 'इसके बाद',
  'page.actions.instead': 'अगर यह संभव न हो',
  'page.actions.where': 'अपने DNS प्रदाता के यहाँ, {zone} की DNS सेटिंग में।',
  'page.actions.where-at': '{provider} में, {zone} की DNS सेटिंग में।',
  'page.actions.where-unknown': 'अपने DNS प्रदाता के यहाँ, अपने डोमेन की DNS सेटिंग में।',
  'page.actions.at-sign': 'होस्ट नाम @ का मतलब खुद डोमेन है; कुछ फ़ॉर्म में इसे खाली छोड़ना होता है।',
  'page.actions.apply': '{provider} से रिकॉर्ड अपने-आप सेट करवाएँ',
  'page.actions.apply-at':
    'आप {host} पर साइन इन करते हैं, देखते हैं कि क्या बदला जाएगा, और सहमति देते हैं। या रिकॉर्ड खुद सेट करें:',

  'page.contact.heading': 'कोई सवाल है?',
  'page.contact.named': 'आपकी साइट के संचालक: {name}',
  'page.contact.reached': 'आपकी साइट के संचालक: {link}',
  'page.contact.named-and-reached': 'आपकी साइट के संचालक: {name}, {link}',

  'page.checked': 'जाँच का समय: {time}।',
  'page.look-again': 'फिर से जाँचें',
  'page.languages': 'भाषा',

  'page.script.copied': 'कॉपी हो गया',
  'page.script.selected': 'चुन लिया गया है। इसे कीबोर्ड या मेन्यू से कॉपी करें।',
  'page.script.looks-again': 'यह पेज {seconds, plural, one {हर सेकंड} other {हर # सेकंड में}} फिर से जाँच करता है।',
  'page.script.no-answer':
    'इस समय कोई उत्तर नहीं है। {seconds, plural, one {हर सेकंड} other {हर # सेकंड में}} फिर से कोशिश की जाती है।',
  'page.script.pause': 'रोकें',
  'page.script.paused': 'रुका हुआ है।',
  'page.script.go-on': 'जारी रखें',
  'page.script.link-over': 'यह पेज अब फिर से जाँच नहीं करता: इसका लिंक अब मान्य नहीं है।',
  'page.script.given-up': 'यह पेज अब फिर से जाँच नहीं करता: बहुत देर तक कोई उत्तर नहीं मिला।',

  'page.expired.title': 'लिंक की अवधि समाप्त हो गई है',
  'page.expired.sentence': 'यह लिंक सीमित समय के लिए था, और वह समय बीत चुका है।',
  'page.expired.remedy': 'अपनी साइट के संचालकों से नया लिंक माँगें।',
  'page.wrong.title': 'लिंक मान्य नहीं है',
  'page.wrong.sentence': 'यह लिंक किसी डोमेन की स्थिति पर नहीं ले जाता।',
  'page.wrong.remedy':
    'यह लिंक आपको जहाँ से मिला है, वहीं से इसे एक बार फिर खोलें और देखें कि यह पूरा है: ईमेल प्रोग्राम लंबे लिंक को दो हिस्सों में तोड़ देते हैं। अगर इससे काम न बने, तो अपनी साइट के संचालकों से नया लिंक माँगें।',
  'page.busy.title': 'अभी व्यस्त है, फिर से कोशिश करें',
  'page.busy.sentence': 'इस समय कई डोमेन की जाँच चल रही है, और आपके डोमेन की जाँच नहीं हो पाई है।',
  'page.busy.remedy': 'इसका मतलब यह नहीं है कि आपके डोमेन में कोई गड़बड़ी है। आधे मिनट बाद यह पेज फिर से लोड करें।',
  'page.unavailable.title': 'अभी उपलब्ध नहीं है',
  'page.unavailable.sentence': 'इस समय डोमेन की स्थिति नहीं दिखाई जा सकती।',
  'page.unavailable.remedy': 'कुछ मिनट बाद फिर से कोशिश करें। अगर इससे काम न बने, तो अपनी साइट के संचालकों को बताएँ।',
} as const satisfies Translated<typeof ENGLISH>;
