import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: તૈયાર',
  'page.title.waiting': '{domain}: રાહ જોવાય છે',
  'page.title.action-needed': '{domain}: પગલું લેવું જરૂરી',
  'page.title.not-mapped': '{domain}: જોડાયેલું નથી',
  'page.title.others-turn': '{domain}: હજી તૈયાર નથી',

  'page.verdict.ready': 'તૈયાર',
  'page.verdict.waiting': 'રાહ જોવાય છે',
  'page.verdict.action-needed': 'પગલું લેવું જરૂરી',
  'page.verdict.not-mapped': 'જોડાયેલું નથી',
  'page.verdict.others-turn': 'હજી તૈયાર નથી',
  'page.waiting-for': 'આની રાહ જોવાય છે',
  'page.tried-until': 'પ્રયાસ ચાલુ રહેવાની મુદત',
  'page.given-up':
    'પ્રયાસ છોડી દેવાયો: {since}. ફરી તપાસ થશે: {next}. જો ત્યારે બધું બરાબર હશે, તો પ્રક્રિયા ફરી શરૂ થશે.',
  'page.followed-again': 'પ્રયાસ છોડી દેવાયો હતો: {since}. હવે બધું બરાબર છે, અને પ્રક્રિયા ફરી ચાલુ છે.',
  'page.name-in-dns': 'DNSમાં આ નામ આ રીતે લખાય છે: {name}.',

  'page.actions.heading': 'શું કરવું',
  'page.actions.afterwards': 'પછી',
  'page.actions.instead': 'જો તે શક્ય ન હોય',
  'page.actions.where': 'તમારા DNS પ્રદાતા ખાતે, {zone} માટેના DNS સેટિંગમાં.',
  'page.actions.where-at': '{provider} ખાતે, {zone} માટેના DNS સેટિંગમાં.',
  'page.actions.where-unknown': 'તમારા DNS પ્રદાતા ખાતે, તમારા ડોમેનના DNS સેટિંગમાં.',
  'page.actions.at-sign': 'હોસ્ટના નામ તરીકે @ એટલે ડોમેન પોતે; કેટલાંક ફોર્મમાં તેને ખાલી રાખવાનું હોય છે.',
  'page.actions.apply': '{provider} દ્વારા રેકોર્ડ સેટ કરાવો',
  'page.actions.apply-at': 'તમે {host} પર સાઇન ઇન કરો, શું બદલાશે તે જુઓ અને સંમતિ આપો. અથવા રેકોર્ડ જાતે સેટ કરો:',

  'page.contact.heading': 'કોઈ પ્રશ્ન છે?',
  'page.contact.named': 'તમારી સાઇટના સંચાલકો: {name}',
  'page.contact.reached': 'તમારી સાઇટના સંચાલકો: {link}',
  'page.contact.named-and-reached': 'તમારી સાઇટના સંચાલકો: {name}, {link}',

  'page.checked': 'તપાસ્યાનો સમય: {time}.',
  'page.look-again': 'ફરી તપાસો',
  'page.languages': 'ભાષા',

  'page.script.copied': 'કૉપિ કર્યું',
  'page.script.selected': 'પસંદ કર્યું છે. તેને તમારા કીબોર્ડ અથવા મેનૂ વડે કૉપિ કરો.',
  'page.script.looks-again': 'આ પેજ દર {seconds, plural, one {સેકન્ડે} other {# સેકન્ડે}} ફરી તપાસ કરે છે.',
  'page.script.no-answer':
    'હાલ કોઈ જવાબ નથી. દર {seconds, plural, one {સેકન્ડે} other {# સેકન્ડે}} ફરી પ્રયાસ થાય છે.',
  'page.script.pause': 'થોભાવો',
  'page.script.paused': 'થોભાવેલું છે.',
  'page.script.go-on': 'ચાલુ રાખો',
  'page.script.link-over': 'આ પેજ હવે ફરી તપાસ કરતું નથી: તેની લિંક હવે માન્ય નથી.',
  'page.script.given-up': 'આ પેજ હવે ફરી તપાસ કરતું નથી: ઘણા સમયથી કોઈ જવાબ મળ્યો નથી.',

  'page.expired.title': 'લિંકની મુદત પૂરી થઈ',
  'page.expired.sentence': 'આ લિંક મર્યાદિત સમય માટે હતી, અને તે સમય પૂરો થઈ ગયો છે.',
  'page.expired.remedy': 'તમારી સાઇટના સંચાલકો પાસે નવી લિંક માગો.',
  'page.wrong.title': 'લિંક માન્ય નથી',
  'page.wrong.sentence': 'આ લિંક કોઈ ડોમેનની સ્થિતિ પર લઈ જતી નથી.',
  'page.wrong.remedy':
    'આ લિંક જ્યાંથી મળી હોય ત્યાંથી ફરી ખોલો, અને તે આખી છે કે નહીં તે જુઓ: ઇમેઇલ પ્રોગ્રામ લાંબી લિંકને બે ભાગમાં તોડી નાખે છે. જો તેનાથી કામ ન થાય, તો તમારી સાઇટના સંચાલકો પાસે નવી લિંક માગો.',
  'page.busy.title': 'હાલ વ્યસ્ત છે, ફરી પ્રયાસ કરો',
  'page.busy.sentence': 'અત્યારે ઘણાં ડોમેન તપાસાઈ રહ્યાં છે, અને તમારું હજી તપાસાયું નથી.',
  'page.busy.remedy': 'આનો અર્થ એ નથી કે તમારા ડોમેનમાં કંઈ ખોટું છે. અડધી મિનિટ પછી આ પેજ ફરી લોડ કરો.',
  'page.unavailable.title': 'હાલ ઉપલબ્ધ નથી',
  'page.unavailable.sentence': 'ડોમેનની સ્થિતિ હાલ બતાવી શકાતી નથી.',
  'page.unavailable.remedy':
    'થોડી મિનિટ પછી ફરી પ્રયાસ કરો. જો તેનાથી કામ ન થાય, તો તમારી સાઇટના સંચાલકોને જણાવો.',
} as const satisfies Translated<typeof ENGLISH>;
