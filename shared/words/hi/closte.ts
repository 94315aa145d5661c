import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte इस डोमेन को नहीं जानता',
  'not-an-alias.explanation':
    'Closte में, जहाँ साइट होस्ट है, {domain} का कोई उपनाम नहीं है: उसे यह नहीं बताया गया है कि यह डोमेन इस साइट का है।',
  'not-an-alias.remedy':
    'आपको कुछ नहीं करना है: Closte को एक घंटे के भीतर यह अपने-आप फिर से बताया जाएगा। अगर इससे काम न बने, तो आपकी साइट के संचालकों को Closte से पूछना होगा।',

  'key-refused.title': 'Closte सवाल लेने से मना करता है',
  'key-refused.explanation':
    'Closte, जहाँ साइट होस्ट है, यह नहीं बताता कि वह {domain} को जानता है या नहीं: वह सवाल लेने से मना करता है, शायद उसके साथ भेजी गई कुंजी की वजह से।',
  'key-refused.remedy':
    'आपको कुछ नहीं करना है। आपकी साइट के संचालकों को अपनी कुंजी (CLOSTE_CLIENT_API_KEY) और Closte के डैशबोर्ड में अपना ऐप देखना होगा।',

  'closte-unreachable.title': 'Closte इस समय उत्तर नहीं दे रहा है',
  'closte-unreachable.explanation':
    'Closte से, जहाँ साइट होस्ट है, यह नहीं पूछा जा सका कि वह {domain} को जानता है या नहीं। इससे डोमेन के बारे में कुछ पता नहीं चलता।',
  'closte-unreachable.remedy': 'आपको कुछ नहीं करना है: Closte से फिर पूछा जाएगा।',

  'rejected-by-closte.title': 'Closte इस डोमेन को स्वीकार नहीं करता',
  'rejected-by-closte.explanation':
    'Closte, जहाँ साइट होस्ट है, {domain} को ऐसा डोमेन नहीं मानता, जिसे किसी साइट से जोड़ा जा सके।',
  'rejected-by-closte.remedy': 'वर्तनी जाँचें। अगर वह सही है, तो आपकी साइट के संचालकों को Closte से पूछना होगा।',

  'held-elsewhere.title': 'यह डोमेन Closte की किसी दूसरी साइट के पास है',
  'held-elsewhere.explanation':
    'Closte, जहाँ साइट होस्ट है, बताता है कि {domain} पहले से लिया जा चुका है, लेकिन इस साइट के लिए नहीं: वह Closte की किसी दूसरी साइट के पास है। एक डोमेन केवल एक साइट का हो सकता है।',
  'held-elsewhere.remedy':
    'अगर Closte में {domain} वाली आपकी कोई दूसरी साइट है या थी, तो वहाँ से डोमेन हटाएँ। अगर नहीं, तो आपकी साइट के संचालकों को Closte से पूछना होगा कि डोमेन किसके पास है। दिन में एक बार फिर कोशिश की जाती है।',
} as const satisfies Translated<typeof ENGLISH>;
