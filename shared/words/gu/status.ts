import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} તૈયાર છે: તે તેની સાઇટ પર લઈ જાય છે અને તેનું પ્રમાણપત્ર બરાબર છે.',
  'status.action-needed': '{domain} હજી કામ કરતું નથી: {title}.',
  'status.action-needed.unknown': '{domain} હજી કામ કરતું નથી: કંઈક ખોટું છે.',
  'status.not-mapped': '{domain} અહીંની કોઈ સાઇટ સાથે જોડાયેલું નથી.',

  'status.waiting.hosting': '{domain} પર કામ ચાલુ છે: હોસ્ટિંગ ડોમેન સ્વીકારે તેની રાહ જોવાય છે.',
  'status.waiting.dns': '{domain} પર કામ ચાલુ છે: DNSનો ફેરફાર બધે દેખાય તેની રાહ જોવાય છે.',
  'status.waiting.certificate': '{domain} પર કામ ચાલુ છે: પ્રમાણપત્રની રાહ જોવાય છે.',
  'status.what.hosting': 'હોસ્ટિંગ ડોમેન સ્વીકારે તે',
  'status.what.dns': 'DNSનો ફેરફાર બધે દેખાય તે',
  'status.what.certificate': 'પ્રમાણપત્ર',
} as const satisfies Translated<typeof ENGLISH>;
