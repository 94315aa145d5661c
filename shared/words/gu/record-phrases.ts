import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (હોસ્ટનું નામ: {host})',
  'place.apex': '{name} (હોસ્ટનું નામ: @, અથવા ખાલી રાખેલું)',

  'record.first': '{place} માટે {value} મૂલ્યવાળો {type} રેકોર્ડ',
  'record.more': '{value} મૂલ્યવાળો {type} રેકોર્ડ',

  'ways.set': '{records} સેટ કરો.',
  'ways.then-set': 'પછી {records} સેટ કરો.',
  'ways.after-that-set': 'ત્યાર બાદ {records} સેટ કરો.',
  'ways.either-way': 'બંને સંજોગોમાં {records} જરૂરી છે.',
  'ways.on-all-of-them': 'તે બધાં પર {records} સેટ કરો.',
  'ways.instead': 'જો તે શક્ય ન હોય, તો તેના બદલે {records} સેટ કરો.',

  'records.of-type': '{count, plural, one {{type} રેકોર્ડ {addresses}} other {{type} રેકોર્ડ {addresses}}}',
  'records.remove': '{place}માંથી {records} કાઢી નાખો.',
  'records.remove-cname': '{place}માંથી {to} પર લઈ જતો CNAME રેકોર્ડ કાઢી નાખો.',
  'records.remove-cname-of': '{place}માંથી CNAME રેકોર્ડ કાઢી નાખો.',
  'records.rest-may-stay': 'બાકીનું બધું જેમ છે તેમ રહી શકે છે.',
  'records.wildcard-answers': 'આવો રેકોર્ડ હજી નથી: વાઇલ્ડકાર્ડ રેકોર્ડ {wildcard} જવાબ આપે છે, જે જેમ છે તેમ રહી શકે છે.',

  'nothing-to-do': 'તમારે કશું કરવાનું નથી.',

  'list.more': 'બીજા {count}',
  'duration.minutes': '{count, plural, one {# મિનિટ} other {# મિનિટ}}',
  'duration.hours': '{count, plural, one {# કલાક} other {# કલાક}}',
  'duration.days': '{count, plural, one {# દિવસ} other {# દિવસ}}',
  'date.unreadable': 'વાંચી ન શકાય એવો સમય',
} as const satisfies Translated<typeof ENGLISH>;
