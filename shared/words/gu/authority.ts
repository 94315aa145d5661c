import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'CAA રેકોર્ડ સાઇટનું પ્રમાણપત્ર આપવાની મનાઈ કરે છે',
  'caa-forbids.explanation.other-authority':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. {domain} પર લાગુ પડતા CAA રેકોર્ડ આ સાઇટનું પ્રમાણપત્ર આપતી Let’s Encryptને મંજૂરી આપતા નથી.',
  'caa-forbids.explanation.malformed':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. {domain} પર લાગુ પડતા CAA રેકોર્ડમાં આ સાઇટનું પ્રમાણપત્ર આપતી Let’s Encryptનું નામ છે, પણ તે વાંચી ન શકે એવી રીતે લખેલું છે.',
  'caa-forbids.explanation.other-method':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. {domain} પર લાગુ પડતા CAA રેકોર્ડ આ સાઇટનું પ્રમાણપત્ર આપતી Let’s Encryptને, અહીં વપરાય છે તેનાથી જુદા પુરાવા (validationmethods) સાથે જ મંજૂરી આપે છે.',
  'caa-forbids.explanation.unknown-account':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. {domain} પર લાગુ પડતા CAA રેકોર્ડ આ સાઇટનું પ્રમાણપત્ર આપતી Let’s Encryptને એક જ એકાઉન્ટ (accounturi) માટે મંજૂરી આપે છે, અને આ સાઇટનું હોસ્ટિંગ બીજું એકાઉન્ટ વાપરતું હોય એમ લાગે છે.',
  'caa-forbids.explanation.no-account':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. {domain} પર લાગુ પડતા CAA રેકોર્ડ આ સાઇટનું પ્રમાણપત્ર આપતી Let’s Encryptને માત્ર એવા એકાઉન્ટ (accounturi) માટે મંજૂરી આપે છે, જે તેની પાસે નથી.',
  'caa-forbids.remedy.own':
    '{place} માટે {flags} ફ્લૅગ, {tag} ટૅગ અને {value} મૂલ્યવાળો CAA રેકોર્ડ ઉમેરો. બાકીના રેકોર્ડ જેમ છે તેમ રહી શકે છે.',
  'caa-forbids.remedy.network':
    'આ કામ તમારી સાઇટના સંચાલકોએ કરવાનું છે: તમારો CNAME રેકોર્ડ જે ડોમેન પર લઈ જાય છે ત્યાં આ CAA રેકોર્ડ છે, અને તે ડોમેન તેમનું છે. તેમણે {tag} ટૅગ અને {value} મૂલ્યવાળો એક CAA રેકોર્ડ ઉમેરવાનો છે.',
  'caa-forbids.remedy.target':
    'આ CAA રેકોર્ડ {target} પર છે, જ્યાં {alias} માટેનો CNAME રેકોર્ડ લઈ જાય છે. તે ડોમેન જેની પાસે છે તેમને {tag} ટૅગ અને {value} મૂલ્યવાળો એક CAA રેકોર્ડ ઉમેરવા કહો.',

  'caa-unknown-critical.title': 'પ્રમાણપત્ર સંસ્થા ન ઓળખે એવો CAA રેકોર્ડ',
  'caa-unknown-critical.explanation':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. {domain} પર લાગુ પડતો એક CAA રેકોર્ડ અનિવાર્ય (critical) તરીકે ચિહ્નિત છે અને તેનો ટૅગ {tags} છે, જેને Let’s Encrypt ઓળખતી નથી: આવા સંજોગોમાં તે પ્રમાણપત્ર આપી શકતી નથી.',
  'caa-unknown-critical.remedy.remove': '{place}માંથી {tags} ટૅગવાળો CAA રેકોર્ડ કાઢી નાખો, અથવા તેનો ફ્લૅગ 0 કરો.',
  'caa-unknown-critical.remedy.own':
    '{place} માટે 0 ફ્લૅગ, issue ટૅગ અને letsencrypt.org મૂલ્યવાળો CAA રેકોર્ડ ઉમેરો: તે {above} પરના CAA રેકોર્ડને બદલે લાગુ પડશે.',
  'caa-unknown-critical.remedy.network':
    'આ કામ તમારી સાઇટના સંચાલકોએ કરવાનું છે: તમારો CNAME રેકોર્ડ જે ડોમેન પર લઈ જાય છે ત્યાં આ CAA રેકોર્ડ છે, અને તે ડોમેન તેમનું છે. તેમણે {tags} ટૅગવાળો રેકોર્ડ કાઢી નાખવાનો છે, અથવા તેનો ફ્લૅગ 0 કરવાનો છે.',
  'caa-unknown-critical.remedy.target':
    'આ CAA રેકોર્ડ {target} પર છે, જ્યાં {alias} માટેનો CNAME રેકોર્ડ લઈ જાય છે. તે ડોમેન જેની પાસે છે તેમને {tags} ટૅગવાળો રેકોર્ડ કાઢી નાખવા અથવા તેનો ફ્લૅગ 0 કરવા કહો.',

  'caa.or-replace-alias': 'અથવા {place} માટેના CNAME રેકોર્ડની જગ્યાએ {records} મૂકો.',

  'caa-not-answered.title': 'CAA રેકોર્ડ વિશે DNS જવાબ આપતું નથી',
  'caa-not-answered.explanation':
    'કઈ સંસ્થાઓ ડોમેન માટે પ્રમાણપત્ર આપી શકે તે CAA રેકોર્ડ જણાવે છે. DNSને {asked} માટેના CAA રેકોર્ડ વિશે પૂછતાં જવાબ મળતો નથી, અને આવું એક કરતાં વધુ વાર થયું છે. તેથી Let’s Encrypt પ્રમાણપત્ર આપી શકતી નથી: મનાઈ કરતો કોઈ CAA રેકોર્ડ હોઈ શકે છે.',
  'caa-not-answered.remedy.of-the-domain':
    '{asked} માટેના DNS રેકોર્ડ જ્યાં રાખેલા છે તે કંપનીને કહો કે તેનાં સર્વર CAA રેકોર્ડ (પ્રકાર 257) વિશેના પ્રશ્નોના જવાબ આપે.',
  'caa-not-answered.remedy.of-the-network':
    '{asked} માટેનાં DNS સર્વર CAA રેકોર્ડ (પ્રકાર 257) વિશેના પ્રશ્નોના જવાબ આપે, તે તમારી સાઇટના સંચાલકોએ જોવાનું છે.',
  'caa-not-answered.remedy.of-somebody-else':
    'આ કામ {asked} માટેનાં DNS સર્વર ચલાવનારાનું છે. મોટે ભાગે આ આપમેળે ઠીક થઈ જાય છે; જો ન થાય, તો તમારી સાઇટના સંચાલકોને જણાવો.',

  'caa.consequence':
    '{severity, select, fatal {તેથી સાઇટને પ્રમાણપત્ર મળી શકતું નથી.} other {સાઇટ પાસે હાલ પ્રમાણપત્ર છે, પણ તે રિન્યૂ થઈ શકતું નથી.}}',

  'wildcard-needs-dns-validation.title': 'વાઇલ્ડકાર્ડ પ્રમાણપત્ર માટે DNS દ્વારા પુરાવો જરૂરી છે',
  'wildcard-needs-dns-validation.explanation':
    'ડોમેન તમારું છે એવું કોઈ ચોક્કસ DNS રેકોર્ડથી સાબિત થાય, તો જ Let’s Encrypt {domain} માટે પ્રમાણપત્ર આપે છે. તે રેકોર્ડ Closteએ માગવાનો હોય છે, અને કદાચ તમારે તેને સેટ કરવો પડે.',
  'wildcard-needs-dns-validation.remedy':
    'તમારી સાઇટના સંચાલકોને પૂછો: તે રેકોર્ડ કયો છે તે તેમણે Closte સાથે નક્કી કરવાનું છે. જો તે રેકોર્ડ તમારે સેટ કરવાનો હશે, તો તેઓ તમને જણાવશે.',
} as const satisfies Translated<typeof ENGLISH>;
