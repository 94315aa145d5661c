import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'સાચો જવાબ હજી બધે પહોંચ્યો નથી',
  'not-propagated-yet.explanation':
    '{domain} માટેનો સાચો જવાબ આવી ગયો છે, પણ {all, select, yes {જેમને પૂછવામાં આવ્યું તે બધાં સાર્વજનિક DNS સર્વર} other {જેમને પૂછવામાં આવ્યું તે {asked, number} સાર્વજનિક DNS સર્વરમાંથી {some, number}}} ({names}) {some, plural, one {હજી બીજો જવાબ આપે છે} other {હજી બીજો જવાબ આપે છે}}. DNS સર્વર ફરી પૂછતાં પહેલાં જવાબને થોડો સમય સાચવી રાખે છે.',
  'not-propagated-yet.remedy': 'તમારે કશું કરવાનું નથી. આમાં મોટે ભાગે થોડી મિનિટ લાગે છે, ક્યારેક બે દિવસ સુધી.',
  'not-propagated-yet.remedy.known': 'તમારે કશું કરવાનું નથી. હવેથી વધુમાં વધુ {duration} લાગશે.',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {એક નેમ સર્વર જવાબ આપતું નથી} other {કેટલાંક નેમ સર્વર જવાબ આપતાં નથી}}',
  'dns-server-failing.name-servers.explanation':
    'નેમ સર્વર એટલે {apex} માટેના DNS રેકોર્ડ રાખતાં કમ્પ્યૂટર. {count, plural, one {{servers} જવાબ આપતું નથી.} other {{servers} જવાબ આપતાં નથી.}} બાકીનાં જવાબ આપે છે, તેથી સાઇટ મોટે ભાગે મળે છે, પણ હંમેશાં નહીં.',
  'dns-server-failing.all-name-servers.title': 'નેમ સર્વર જવાબ આપતાં નથી',
  'dns-server-failing.all-name-servers.explanation':
    'નેમ સર્વર એટલે {apex} માટેના DNS રેકોર્ડ રાખતાં કમ્પ્યૂટર. {count, plural, one {{servers} જવાબ આપતું નથી.} other {{servers} જવાબ આપતાં નથી.}} તેથી {domain} શોધી શકાતું નથી.',
  'dns-server-failing.name-servers.remedy':
    'તમારા DNS પ્રદાતાને {servers} વિશે પૂછો. જો તમે બીજા પ્રદાતા પાસે ગયા હો, તો {apex} જ્યાં નોંધાયેલું છે ત્યાં કદાચ હજી જૂના પ્રદાતાનાં નેમ સર્વર લખેલાં છે: ત્યાં તેમને બદલો.',

  'dns-server-failing.look-ups.title': 'DNS જવાબ આપતું નથી',
  'dns-server-failing.look-ups.explanation':
    'સાર્વજનિક DNS સર્વરને {domain} વિશે જવાબ મળતો નથી, તેથી બ્રાઉઝર સાઇટ શોધી શકતાં નથી. મોટે ભાગે આ નેમ સર્વરની, એટલે કે ડોમેનના DNS રેકોર્ડ રાખતાં કમ્પ્યૂટરની ખામી હોય છે.',
  'dns-server-failing.look-ups.remedy':
    'જો આ એક કલાકથી વધુ ચાલે, તો {domain} કેમ શોધી શકાતું નથી તે તમારા DNS પ્રદાતાને પૂછો.',

  'dns-server-failing.one-type.title': '{version} વિશે DNS જવાબ આપતું નથી',
  'dns-server-failing.one-type.explanation':
    '{domain} માટેનાં DNS સર્વરને તેનાં {version} ઍડ્રેસ ({type} રેકોર્ડ) વિશે પૂછતાં તેઓ જવાબ આપતાં નથી. બીજા પ્રશ્નનો જવાબ મળે છે, તેથી સાઇટ મોટે ભાગે મળે છે, જોકે ક્યારેક મોડી.',
  'dns-server-failing.one-type.remedy':
    '{domain} માટેના {type} રેકોર્ડ વિશે કેમ જવાબ મળતો નથી તે તમારા DNS પ્રદાતાને પૂછો. જો આવો રેકોર્ડ ન હોય, તો સર્વરે એ જ જવાબ આપવો જોઈએ.',

  'dns-server-failing.resolvers.title': 'DNSને પૂછી શકાયું નથી',
  'dns-server-failing.resolvers.explanation':
    '{domain} વિશે જેમને પૂછવામાં આવે છે તે સાર્વજનિક DNS સર્વરે પ્રશ્ન સ્વીકાર્યો નથી. તેના પરથી ડોમેન વિશે કશું કહી શકાતું નથી.',
  'dns-server-failing.resolvers.remedy':
    'તમારે કશું કરવાનું નથી: તેમને ફરી પૂછવામાં આવશે. જો આમ જ રહે, તો તમારી સાઇટના સંચાલકોએ આ તપાસવાનું છે.',

  'dnssec-failing.title': 'DNSSEC સહીઓ મેળ ખાતી નથી',
  'dnssec-failing.explanation':
    '{apex} માટેના DNS રેકોર્ડ પર સહી (DNSSEC) કરેલી છે, અને સહીઓ મેળ ખાતી નથી. આથી સહીઓ ચકાસતાં DNS સર્વર જવાબ આપતાં નથી, તેથી ઘણા મુલાકાતીઓ અને પ્રમાણપત્ર આપતી સંસ્થા {domain} શોધી શકતાં નથી.',
  'dnssec-failing.remedy':
    'તમારા DNS પ્રદાતાને {apex} માટે DNSSEC ઠીક કરવા કહો. જો તમે પ્રદાતા બદલ્યા હોય, તો {apex} જ્યાં નોંધાયેલું છે ત્યાં કદાચ હજી જૂના પ્રદાતાનો DS રેકોર્ડ લખેલો છે: ત્યાંથી તેને કાઢી નાખો.',
  'dnssec-failing.at-some.title': 'કેટલાંક DNS સર્વર મુજબ DNSSEC સહીઓ મેળ ખાતી નથી',
  'dnssec-failing.at-some.explanation':
    '{apex} માટેના DNS રેકોર્ડ પર સહી (DNSSEC) કરેલી છે. {all, select, yes {જેમને પૂછવામાં આવ્યું તે બધાં સાર્વજનિક DNS સર્વર} other {જેમને પૂછવામાં આવ્યું તે {asked, number} સાર્વજનિક DNS સર્વરમાંથી {some, number}}} ({names}) મુજબ સહીઓ મેળ ખાતી નથી, તેથી {some, plural, one {આ સર્વર} other {આ સર્વરો}} વાપરનારા {domain} શોધી શકતા નથી. બાકીનાં સર્વર એવું કહેતાં નથી: કદાચ આ આપમેળે ઠીક થઈ જશે.',
  'dnssec-failing.at-some.remedy':
    'જો આ એક દિવસથી વધુ ચાલે, તો તમારા DNS પ્રદાતાને {apex} માટે DNSSEC તપાસવા કહો.',

  'blocked-by-a-filter.title': 'એક ફિલ્ટર ડોમેનને રોકે છે',
  'blocked-by-a-filter.explanation':
    'કેટલાંક DNS સર્વર તેમને વાપરનારાઓને અમુક સાઇટથી બચાવે છે. {all, select, yes {જેમને પૂછવામાં આવ્યું તે બધાં સાર્વજનિક DNS સર્વર} other {જેમને પૂછવામાં આવ્યું તે {asked, number} સાર્વજનિક DNS સર્વરમાંથી {some, number}}} ({names}) {some, plural, one {{domain}ને આવી સાઇટ ગણીને રોકે છે: આ સર્વર વાપરનારા} other {{domain}ને આવી સાઇટ ગણીને રોકે છે: આમાંનું કોઈ સર્વર વાપરનારા}} તેને શોધી શકતા નથી. આને તમારા DNS રેકોર્ડ સાથે કોઈ સંબંધ નથી.',
  'blocked-by-a-filter.remedy':
    'ખાતરી કરો કે કોઈએ {domain} પર કશું નુકસાનકારક મૂક્યું નથી. પછી {names} ચલાવનારાઓને આ ડોમેન તેમની યાદીમાંથી કાઢી નાખવા કહો: તે માટે તેમનું પેજ હોય છે.',

  'name-servers-disagree.title': 'નેમ સર્વર એકબીજા સાથે સંમત નથી',
  'name-servers-disagree.explanation':
    'નેમ સર્વર એટલે {apex} માટેના DNS રેકોર્ડ રાખતાં કમ્પ્યૂટર. {domain} વિશે તેઓ જુદું જુદું કહે છે: {right_count, plural, =0 {{wrong} જુદા જુદા જવાબ આપે છે, જેમાંથી એકેય સાચો નથી.} one {{right} સાચો જવાબ આપે છે, {wrong_count, plural, one {{wrong} આપતું નથી} other {{wrong} આપતાં નથી}}.} other {{right} સાચો જવાબ આપે છે, {wrong_count, plural, one {{wrong} આપતું નથી} other {{wrong} આપતાં નથી}}.}} મુલાકાતીને શું મળે તે નસીબની વાત છે.',
  'name-servers-disagree.remedy':
    'જો તમે છેલ્લા એક કલાકમાં રેકોર્ડ બદલ્યા હોય, તો થોડી રાહ જુઓ. જો ન બદલ્યા હોય, તો તમારા DNS પ્રદાતાને {wrong} વિશે પૂછો. જો નેમ સર્વર બે પ્રદાતાનાં હોય, તો બંને ખાતે રેકોર્ડ સરખા હોવા જોઈએ.',

  'network-not-resolvable.title': 'નેટવર્કનું ઍડ્રેસ મળતું નથી',
  'network-not-resolvable.explanation':
    '{domain} ક્યાં લઈ જવું જોઈએ તે હાલ કહી શકાતું નથી, કારણ કે {network, select, none {સાઇટના નેટવર્ક} other {{network}}} માટે જ DNSમાં કોઈ ઍડ્રેસ નથી. આ તમારા ડોમેનની ખામી નથી.',
  'network-not-resolvable.remedy':
    'તમારે કશું કરવાનું નથી. તમારી સાઇટના સંચાલકોએ {network, select, none {સાઇટના નેટવર્ક} other {{network}}} માટે ઍડ્રેસ સેટ કરવાનું છે.',
} as const satisfies Translated<typeof ENGLISH>;
