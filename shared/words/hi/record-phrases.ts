import type { Translated } from '../catalog.ts';
import type { RECORD_PHRASES as ENGLISH } from '../en/record-phrases.ts';

export const RECORD_PHRASES = {
  place: '{name} (होस्ट नाम: {host})',
  'place.apex': '{name} (होस्ट नाम: @, या खाली)',

  'record.first': '{place} के लिए {value} मान वाला {type} रिकॉर्ड',
  'record.more': '{value} मान वाला {type} रिकॉर्ड',

  'ways.set': '{records} सेट करें।',
  'ways.then-set': 'फिर {records} सेट करें।',
  'ways.after-that-set': 'उसके बाद {records} सेट करें।',
  'ways.either-way': 'दोनों ही स्थितियों में {records} होना ज़रूरी है।',
  'ways.on-all-of-them': 'उन सभी पर {records} सेट करें।',
  'ways.instead': 'अगर यह संभव न हो, तो इसके बजाय {records} सेट करें।',

  'records.of-type': '{count, plural, one {{type} रिकॉर्ड {addresses}} other {{type} रिकॉर्ड {addresses}}}',
  'records.remove': '{place} के {records} हटाएँ।',
  'records.remove-cname': '{place} का {to} पर ले जाने वाला CNAME रिकॉर्ड हटाएँ।',
  'records.remove-cname-of': '{place} का CNAME रिकॉर्ड हटाएँ।',
  'records.rest-may-stay': 'बाकी सब जैसा है, वैसा ही रह सकता है।',
  'records.wildcard-answers':
    'ऐसा कोई रिकॉर्ड अभी नहीं है: उत्तर वाइल्डकार्ड रिकॉर्ड {wildcard} से आता है, जो वैसा ही रह सकता है।',

  'nothing-to-do': 'आपको कुछ नहीं करना है।',

  'list.more': '{count} और',
  'duration.minutes': '{count, plural, one {# मिनट} other {# मिनट}}',
  'duration.hours': '{count, plural, one {# घंटा} other {# घंटे}}',
  'duration.days': '{count, plural, one {# दिन} other {# दिन}}',
  'date.unreadable': 'अज्ञात समय',
} as const satisfies Translated<typeof ENGLISH>;
