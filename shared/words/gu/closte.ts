import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte આ ડોમેનને ઓળખતી નથી',
  'not-an-alias.explanation':
    'સાઇટ જ્યાં હોસ્ટ થયેલી છે તે Closte પાસે {domain} માટે કોઈ ઉપનામ (alias) નથી: આ ડોમેન સાઇટનું છે એમ તેને જણાવવામાં આવ્યું નથી.',
  'not-an-alias.remedy':
    'તમારે કશું કરવાનું નથી: એક કલાકમાં Closteને આપમેળે ફરી જણાવવામાં આવશે. જો તેનાથી કામ ન થાય, તો તમારી સાઇટના સંચાલકોએ Closteને પૂછવાનું છે.',

  'key-refused.title': 'Closte પ્રશ્ન સ્વીકારતી નથી',
  'key-refused.explanation':
    'સાઇટ જ્યાં હોસ્ટ થયેલી છે તે Closte {domain}ને ઓળખે છે કે નહીં તે કહેતી નથી: તે પ્રશ્ન નકારે છે, મોટે ભાગે તેની સાથેની કીને કારણે.',
  'key-refused.remedy':
    'તમારે કશું કરવાનું નથી. તમારી સાઇટના સંચાલકોએ તેમની કી (CLOSTE_CLIENT_API_KEY) અને Closteના ડૅશબોર્ડમાંની ઍપ તપાસવાની છે.',

  'closte-unreachable.title': 'Closte હાલ જવાબ આપતી નથી',
  'closte-unreachable.explanation':
    'સાઇટ જ્યાં હોસ્ટ થયેલી છે તે Closte {domain}ને ઓળખે છે કે નહીં તે પૂછી શકાયું નથી. તેના પરથી ડોમેન વિશે કશું કહી શકાતું નથી.',
  'closte-unreachable.remedy': 'તમારે કશું કરવાનું નથી: Closteને ફરી પૂછવામાં આવશે.',

  'rejected-by-closte.title': 'Closte આ ડોમેન સ્વીકારતી નથી',
  'rejected-by-closte.explanation':
    'સાઇટ જ્યાં હોસ્ટ થયેલી છે તે Closte {domain}ને સાઇટ સાથે જોડી શકાય એવું ડોમેન ગણતી નથી.',
  'rejected-by-closte.remedy': 'જોડણી તપાસો. જો તે સાચી હોય, તો તમારી સાઇટના સંચાલકોએ Closteને પૂછવાનું છે.',

  'held-elsewhere.title': 'આ ડોમેન Closte ખાતેની બીજી સાઇટ પાસે છે',
  'held-elsewhere.explanation':
    'સાઇટ જ્યાં હોસ્ટ થયેલી છે તે Closte કહે છે કે {domain} પહેલેથી વપરાશમાં છે, અને આ સાઇટ દ્વારા નહીં: તે Closte ખાતેની બીજી સાઇટ પાસે છે. એક ડોમેન ફક્ત એક જ સાઇટનું હોઈ શકે છે.',
  'held-elsewhere.remedy':
    'જો Closte ખાતે {domain} સાથેની તમારી બીજી કોઈ સાઇટ હોય અથવા પહેલાં હતી, તો ત્યાંથી આ ડોમેન કાઢી નાખો. જો ન હોય, તો તે કોની પાસે છે તે તમારી સાઇટના સંચાલકોએ Closteને પૂછવાનું છે. દિવસમાં એક વાર ફરી પ્રયાસ થાય છે.',
} as const satisfies Translated<typeof ENGLISH>;
