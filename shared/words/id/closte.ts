import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte tidak mengenal domain ini',
  'not-an-alias.explanation':
    'Closte, tempat situs ini dihosting, tidak memiliki alias untuk {domain}: Closte belum diberi tahu bahwa domain itu milik situs ini.',
  'not-an-alias.remedy':
    'Anda tidak perlu melakukan apa-apa: Closte akan diberi tahu lagi secara otomatis dalam satu jam. Jika itu tidak membantu, pengelola situs Anda harus menghubungi Closte.',

  'key-refused.title': 'Closte menolak ditanya',
  'key-refused.explanation':
    'Closte, tempat situs ini dihosting, tidak menjawab apakah {domain} dikenalnya: pertanyaan itu ditolak, kemungkinan besar karena kunci yang menyertainya.',
  'key-refused.remedy':
    'Anda tidak perlu melakukan apa-apa. Pengelola situs Anda harus memeriksa kunci mereka (CLOSTE_CLIENT_API_KEY) dan aplikasi di dasbor Closte.',

  'closte-unreachable.title': 'Closte sedang tidak menjawab',
  'closte-unreachable.explanation':
    'Closte, tempat situs ini dihosting, tidak dapat ditanya apakah {domain} dikenalnya. Hal ini tidak berarti apa pun tentang domain itu.',
  'closte-unreachable.remedy': 'Anda tidak perlu melakukan apa-apa: Closte akan ditanya lagi.',

  'rejected-by-closte.title': 'Closte tidak menerima domain ini',
  'rejected-by-closte.explanation':
    'Closte, tempat situs ini dihosting, tidak menganggap {domain} sebagai domain yang dapat dipetakan ke sebuah situs.',
  'rejected-by-closte.remedy':
    'Periksa ejaannya. Jika sudah benar, pengelola situs Anda harus menghubungi Closte.',

  'held-elsewhere.title': 'Situs lain di Closte memiliki domain ini',
  'held-elsewhere.explanation':
    'Menurut Closte, tempat situs ini dihosting, {domain} sudah dipakai, dan bukan oleh situs ini: situs lain di Closte memilikinya. Satu domain hanya dapat menjadi milik satu situs.',
  'held-elsewhere.remedy':
    'Jika Anda memiliki atau pernah memiliki situs lain di Closte dengan {domain}, hapus domain itu di sana. Jika tidak, pengelola situs Anda harus bertanya kepada Closte siapa yang memilikinya. Percobaan diulang sekali sehari.',
} as const satisfies Translated<typeof ENGLISH>;
