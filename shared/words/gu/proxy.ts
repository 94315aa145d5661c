import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'HTTPS {proxy, select, none {પ્રૉક્સી} other {{proxy}}} પાર કરી શકતું નથી',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {મુલાકાતીઓ અને આ સાઇટની વચ્ચે પ્રૉક્સી છે.} other {મુલાકાતીઓ અને આ સાઇટની વચ્ચે {proxy} છે.}}',
  'https-behind-a-proxy.handshake':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: પ્રૉક્સી સાઇટ સાથે સુરક્ષિત કનેક્શન બનાવી શકતી નથી (ભૂલ 525). તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.certificate':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: પ્રૉક્સીને સાઇટ પર {domain} માટે બરાબર પ્રમાણપત્ર મળતું નથી (ભૂલ 526). તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.loop':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: મુલાકાતીઓને વારંવાર ગોળ ગોળ ફેરવવામાં આવે છે. તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.to-http':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: મુલાકાતીઓને પાછા સાદા HTTP પર મોકલવામાં આવે છે. તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.untrusted':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: બ્રાઉઝરને બતાવાતા પ્રમાણપત્ર પર તેઓ વિશ્વાસ કરતાં નથી. તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.error':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: પ્રૉક્સી જવાબમાં ભૂલ આપે છે. તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.other-site':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: બીજી સાઇટ જવાબ આપે છે. તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',
  'https-behind-a-proxy.no-answer':
    'તેઓ સાદા HTTP દ્વારા જે માગે છે તે અહીં પહોંચે છે, પણ HTTPS દ્વારા પહોંચતું નથી: કોઈ જવાબ આપતું નથી. તેથી બ્રાઉઝર સાઇટ ખોલી શકતાં નથી.',

  'https-behind-a-proxy.remedy':
    'ડોમેનને પ્રૉક્સીમાંથી બહાર કાઢો. પછી {domain} સીધું અહીં લઈ આવશે, અને તેને અહીં પ્રમાણપત્ર મળશે.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'જો તમે તમારા ડોમેન માટે {proxy} વાપરતા હો, તો તેના રેકોર્ડનું પ્રૉક્સી સ્ટેટસ “DNS only” (ફક્ત DNS, રાખોડી વાદળ) પર સેટ કરો. પછી {domain} સીધું અહીં લઈ આવશે, અને તેને અહીં પ્રમાણપત્ર મળશે.',
  'https-behind-a-proxy.instead.certificate':
    'જો તેને પ્રૉક્સીમાં જ રાખવું પડે, તો તમારી સાઇટના સંચાલકોએ Closte પાસે તે પ્રમાણપત્ર માગવાનું છે.',
  'https-behind-a-proxy.instead.loop':
    'જો તેને પ્રૉક્સીમાં જ રાખવું પડે, તો પ્રૉક્સી સાઇટનો HTTPS દ્વારા સંપર્ક કરે એમ સેટ કરો (Cloudflare ખાતે: SSL/TLS, “Full”).',
  'https-behind-a-proxy.instead.to-http':
    'જો તેને પ્રૉક્સીમાં જ રાખવું પડે, તો મુલાકાતીઓને HTTP પર મોકલતો ત્યાંનો નિયમ કાઢી નાખો.',
  'https-behind-a-proxy.instead.untrusted':
    'જો તેને પ્રૉક્સીમાં જ રાખવું પડે, તો પ્રૉક્સી દ્વારા ડોમેન માટે પ્રમાણપત્ર કઢાવો.',
  'https-behind-a-proxy.instead.other-site':
    'જો તેને પ્રૉક્સીમાં જ રાખવું પડે, તો HTTPSને બીજી સાઇટ પર લઈ જતો ત્યાંનો નિયમ કાઢી નાખો.',
  'https-behind-a-proxy.instead.no-answer': 'જો તેને પ્રૉક્સીમાં જ રાખવું પડે, તો ત્યાં HTTPS ચાલુ કરો.',
} as const satisfies Translated<typeof ENGLISH>;
