import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'હજી DNS રેકોર્ડ નથી',
  'no-records.explanation':
    '{domain} ક્યાં લઈ જાય છે તે જણાવતો કોઈ DNS રેકોર્ડ નથી, તેથી આ નામથી કોઈ સાઇટ શોધી શકતું નથી.',

  'domain-not-registered.title': '{registrable} નોંધાયેલું નથી',
  'domain-not-registered.explanation':
    'ઇન્ટરનેટ પર {registrable} નથી. કદાચ નામની જોડણી ખોટી છે, તેની નોંધણીની મુદત પૂરી થઈ ગઈ છે કે નોંધણી સ્થગિત કરાઈ છે, અથવા તે એટલું નવું છે કે હજી જાણીતું થયું નથી.',
  'domain-not-registered.explanation.below':
    'ઇન્ટરનેટ પર {registrable} નથી, અને તેથી {domain} પણ નથી. કદાચ નામની જોડણી ખોટી છે, તેની નોંધણીની મુદત પૂરી થઈ ગઈ છે કે નોંધણી સ્થગિત કરાઈ છે, અથવા તે એટલું નવું છે કે હજી જાણીતું થયું નથી.',
  'domain-not-registered.remedy':
    'જોડણી તપાસો. જો તે સાચી હોય, તો ડોમેન નામ વેચતી કોઈ કંપની ખાતે {registrable} નોંધાવો અથવા રિન્યૂ કરો.',

  'wrong-address.title': 'ડોમેન બીજા સર્વર પર લઈ જાય છે',
  'wrong-address.explanation': '{domain} {wrong} પર લઈ જાય છે, જ્યાં આ સાઇટ નથી.',

  'stray-ipv6.title': 'એક IPv6 ઍડ્રેસ બીજા સર્વર પર લઈ જાય છે',
  'stray-ipv6.explanation':
    '{domain} માટેનું IPv4 ઍડ્રેસ (A રેકોર્ડ) સાચું છે. પણ તેની પાસે IPv6 માટે {records} પણ છે, જે બીજે લઈ જાય છે. બ્રાઉઝર અને પ્રમાણપત્ર આપતી સંસ્થા IPv6ને પ્રાથમિકતા આપે છે, તેથી તેઓ બીજા સર્વર પર પહોંચે છે.',

  'some-addresses-wrong.title': 'કેટલાંક ઍડ્રેસ બીજા સર્વર પર લઈ જાય છે',
  'some-addresses-wrong.explanation':
    '{domain} {right} પર લઈ જાય છે, જે સાચું છે, અને સાથે {wrong} પર પણ લઈ જાય છે, જ્યાં આ સાઇટ નથી. કેટલાક મુલાકાતીઓ ત્યાં પહોંચે છે.',

  'reserved-address.title': 'ઇન્ટરનેટ પર ન હોય એવું ઍડ્રેસ',
  'reserved-address.explanation':
    '{domain} {wrong} પર લઈ જાય છે. આવાં ઍડ્રેસ ખાનગી નેટવર્ક, પરીક્ષણ અથવા ઉદાહરણો માટે હોય છે: ઇન્ટરનેટ પરથી કોઈ ત્યાં સાઇટ સુધી પહોંચી શકતું નથી.',

  'cname-to-elsewhere.title': 'CNAME રેકોર્ડ બીજે લઈ જાય છે',
  'cname-to-elsewhere.explanation':
    '{domain} માટે CNAME રેકોર્ડ છે, જે તેને {to} માટેનું બીજું નામ બનાવે છે. {leads, select, elsewhere {તે બીજા સર્વર પર લઈ જાય છે, જ્યાં આ સાઇટ નથી.} other {તે નામ ક્યાંય લઈ જતું નથી: તેનું કોઈ ઍડ્રેસ નથી.}}',

  'cname-loop.title': 'CNAME રેકોર્ડ ગોળ ગોળ ફરે છે',
  'cname-loop.explanation':
    '{domain} માટે CNAME રેકોર્ડ છે, જે તેને બીજા કશાકનું બીજું નામ બનાવે છે, અને તે એક કે વધુ પગલાં પછી પાછું ત્યાં જ લઈ આવે છે. તેથી તે ક્યારેય કોઈ ઍડ્રેસ સુધી પહોંચતું નથી.',

  'cname-at-apex.title': 'જ્યાં ન હોઈ શકે ત્યાં CNAME રેકોર્ડ છે',
  'cname-at-apex.explanation':
    '{domain} પરથી તમારો DNS ઝોન, એટલે કે તમારા બધા DNS રેકોર્ડનો સમૂહ, શરૂ થાય છે. ત્યાં CNAME રેકોર્ડની મંજૂરી નથી: તે આ નામના બીજા રેકોર્ડ, જેમ કે ઇમેઇલ માટેના રેકોર્ડ, છુપાવી દે છે, અને દરેક DNS સર્વર તેને અનુસરતું નથી.',

  'behind-a-proxy.works.title': '{proxy, select, none {પ્રૉક્સી} other {{proxy}}} પાછળ કામ કરે છે',
  'behind-a-proxy.works.explanation':
    '{domain} {proxy, select, none {બીજા સર્વર} other {{proxy}}} પર લઈ જાય છે, જે મુલાકાતીઓ અને આ સાઇટની વચ્ચે છે અને મુલાકાતીઓની વિનંતીઓ આગળ મોકલે છે. ચકાસણી બતાવે છે કે તે અહીં પહોંચે છે.',
  'behind-a-proxy.title': 'સાઇટની આગળ {proxy} છે',
  'behind-a-proxy.explanation':
    '{domain} {proxy} પર લઈ જાય છે, જે મુલાકાતીઓ અને કોઈ સાઇટની વચ્ચે છે અને મુલાકાતીઓની વિનંતીઓ આગળ મોકલે છે. {arrives, select, no {ચકાસણી બતાવે છે કે તે અહીં પહોંચતી નથી.} other {તે અહીં પહોંચે છે કે નહીં તે જાણી શકાયું નથી.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'જો તમે તમારા ડોમેન માટે {proxy} વાપરતા હો, તો તેના રેકોર્ડનું પ્રૉક્સી સ્ટેટસ “DNS only” (ફક્ત DNS, રાખોડી વાદળ) પર સેટ કરો. જો ન વાપરતા હો, તો આ રેકોર્ડ બીજી કોઈ સેવા માટે બનાવેલો છે.',
} as const satisfies Translated<typeof ENGLISH>;
