import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'પોર્ટ 80 બંધ છે',
  'port-80-closed.explanation':
    'પ્રમાણપત્ર આપતી સંસ્થા {domain}નો સાદા HTTP દ્વારા, પોર્ટ 80 પર, સંપર્ક કરે છે, અને ફક્ત નામ લખનાર મુલાકાતી પણ એમ જ કરે છે. {addresses} પર ત્યાં કોઈ વેબ સર્વર જવાબ આપતું નથી.',
  'port-80-timeout.title': 'પોર્ટ 80 જવાબ આપતું નથી',
  'port-80-timeout.explanation':
    'પ્રમાણપત્ર આપતી સંસ્થા {domain}નો સાદા HTTP દ્વારા, પોર્ટ 80 પર, સંપર્ક કરે છે, અને ફક્ત નામ લખનાર મુલાકાતી પણ એમ જ કરે છે. {addresses} પર સમયસર જવાબ મળતો નથી, જેનું કારણ મોટે ભાગે ફાયરવૉલ હોય છે.',
  'port-80.remedy':
    'જો તમારી સાઇટની આગળ ફાયરવૉલ અથવા પ્રૉક્સી હોય, તો પોર્ટ 80 ખુલ્લું કરો. જો ન હોય, તો તમારી સાઇટના સંચાલકોએ Closteને પૂછવાનું છે.',
  'port-80.consequence':
    '{severity, select, fatal {તેથી સાઇટને પ્રમાણપત્ર મળી શકતું નથી.} other {આને કારણે પ્રમાણપત્ર મળતું અથવા રિન્યૂ થતું અટકી શકે છે.}}',

  'http-redirects-elsewhere.title': 'પોર્ટ 80 બીજે રીડાયરેક્ટ કરે છે',
  'http-redirects-elsewhere.explanation':
    'સાદા HTTP દ્વારા {domain} ખોલનારને {to} પર મોકલવામાં આવે છે. પ્રમાણપત્ર આપતી સંસ્થા ત્યાં એવો પુરાવો માગે છે, જે ફક્ત આ સાઇટ પાસે છે, અને કદાચ તેને તે ન મળે.',
  'http-redirects-elsewhere.sent-on': 'સાદા HTTP દ્વારા {domain} ખોલનારને {to} પર મોકલવામાં આવે છે.',
  'http-redirects-elsewhere.not-followed.status':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: તે સ્ટેટસ 303વાળા રીડાયરેક્ટને અનુસરતી નથી.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: તે આ ઍડ્રેસ વાંચી શકતી નથી.',
  'http-redirects-elsewhere.not-followed.scheme':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: તે ફક્ત http: અને https: પર જાય છે.',
  'http-redirects-elsewhere.not-followed.no-host': 'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: ઍડ્રેસમાં હોસ્ટનું નામ નથી.',
  'http-redirects-elsewhere.not-followed.port':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: તે ફક્ત પોર્ટ 80 અને 443 પર જાય છે.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: હોસ્ટના નામ પછી સ્લૅશ (/) ખૂટે છે, તેથી આવો કોઈ હોસ્ટ નથી.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: આવું ઍડ્રેસ ઇન્ટરનેટ પર નથી.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: ઇન્ટરનેટ પર આવું કોઈ નામ નથી.',
  'http-redirects-elsewhere.not-followed.too-long': 'પ્રમાણપત્ર આપતી સંસ્થા ત્યાં જતી નથી: ઍડ્રેસ વધુ પડતું લાંબું છે.',
  'http-redirects-elsewhere.remedy':
    'જો તમે તમારા DNS પ્રદાતા ખાતે અથવા પ્રૉક્સીમાં {domain} માટે રીડાયરેક્ટ કે ફૉરવર્ડિંગ સેટ કર્યું હોય, તો તેને બંધ કરો. જો ન કર્યું હોય, તો તમારી સાઇટના સંચાલકોએ આ તપાસવાનું છે.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'જો તમે તમારા DNS પ્રદાતા ખાતે અથવા પ્રૉક્સીમાં {domain} માટે રીડાયરેક્ટ કે ફૉરવર્ડિંગ સેટ કર્યું હોય, તો તે જે ઍડ્રેસ પર લઈ જાય છે તેના અંતે સ્લૅશ (/) મૂકો: {address}. જો ન કર્યું હોય, તો તમારી સાઇટના સંચાલકોએ આ તપાસવાનું છે.',

  'http-redirect-loop.title': 'પોર્ટ 80 ગોળ ગોળ રીડાયરેક્ટ કરે છે',
  'http-redirect-loop.explanation':
    'સાદા HTTP દ્વારા {domain} ખોલનારને વારંવાર આગળ મોકલવામાં આવે છે, અને તેઓ કોઈ પેજ સુધી પહોંચતા નથી. પ્રમાણપત્ર આપતી સંસ્થા સાથે પણ આવું જ થાય છે.',

  'answers-differ-between-addresses.title': 'તેનાં ઍડ્રેસ એક જ સર્વર પર લઈ જતાં નથી',
  'answers-differ-between-addresses.explanation':
    '{domain} {addresses} પર લઈ જાય છે, અને તેઓ એક જ પ્રશ્નના જુદા જુદા જવાબ આપે છે. તેથી કદાચ તે બધાં આ સાઇટનાં નથી, અને મુલાકાતીને શું મળે તે નસીબની વાત છે.',
  'answers-differ-between-addresses.remedy':
    '{domain} માટેના A અને AAAA રેકોર્ડમાં બીજા સર્વરનો કોઈ જૂનો રેકોર્ડ રહી ગયો છે કે નહીં તે જુઓ, અને હોય તો તેને કાઢી નાખો. જો બધા રેકોર્ડ તમને કહ્યા પ્રમાણે જ હોય, તો તમારી સાઇટના સંચાલકોએ આ તપાસવાનું છે.',
} as const satisfies Translated<typeof ENGLISH>;
