import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: siap',
  'page.title.waiting': '{domain}: menunggu',
  'page.title.action-needed': '{domain}: perlu tindakan',
  'page.title.not-mapped': '{domain}: tidak dipetakan',
  'page.title.others-turn': '{domain}: belum siap',

  'page.verdict.ready': 'Siap',
  'page.verdict.waiting': 'Menunggu',
  'page.verdict.action-needed': 'Perlu tindakan',
  'page.verdict.not-mapped': 'Tidak dipetakan',
  'page.verdict.others-turn': 'Belum siap',
  'page.waiting-for': 'Menunggu',
  'page.tried-until': 'Dicoba sampai',
  'page.given-up':
    'Pemantauan dihentikan pada {since}. Domain diperiksa lagi pada {next}, dan dipantau kembali jika sudah benar.',
  'page.followed-again':
    'Pemantauan dihentikan pada {since}. Sekarang domain sudah benar dan dipantau kembali.',
  'page.name-in-dns': 'Di DNS, nama ini ditulis {name}.',

  'page.actions.heading': 'Yang harus dilakukan',
  'page.actions.afterwards': 'Kemudian',
  'page.actions.instead': 'Jika itu tidak memungkinkan',
  'page.actions.where': 'Di pengaturan DNS {zone}, di penyedia DNS Anda.',
  'page.actions.where-at': 'Di pengaturan DNS {zone}, di {provider}.',
  'page.actions.where-unknown': 'Di pengaturan DNS domain Anda, di penyedia DNS Anda.',
  'page.actions.at-sign':
    'Nama host @ berarti domain itu sendiri; pada sebagian formulir, kolomnya harus dibiarkan kosong.',
  'page.actions.apply': 'Biarkan {provider} mengatur record untuk Anda',
  'page.actions.apply-at':
    'Anda masuk di {host}, melihat apa yang akan diubah, lalu menyetujuinya. Atau atur sendiri:',

  'page.contact.heading': 'Ada pertanyaan?',
  'page.contact.named': 'Pengelola situs Anda: {name}',
  'page.contact.reached': 'Pengelola situs Anda: {link}',
  'page.contact.named-and-reached': 'Pengelola situs Anda: {name}, {link}',

  'page.checked': 'Diperiksa {time}.',
  'page.look-again': 'Periksa lagi',
  'page.languages': 'Bahasa',

  'page.script.copied': 'Disalin',
  'page.script.selected': 'Dipilih. Salinlah dengan papan ketik atau menu.',
  'page.script.looks-again':
    'Halaman ini memeriksa lagi setiap {seconds, plural, =1 {detik} other {# detik}}.',
  'page.script.no-answer':
    'Saat ini tidak ada jawaban. Percobaan diulang setiap {seconds, plural, =1 {detik} other {# detik}}.',
  'page.script.pause': 'Jeda',
  'page.script.paused': 'Dijeda.',
  'page.script.go-on': 'Lanjutkan',
  'page.script.link-over': 'Halaman ini tidak memeriksa lagi: tautannya tidak berlaku lagi.',
  'page.script.given-up': 'Halaman ini tidak memeriksa lagi: sudah terlalu lama tidak ada jawaban.',

  'page.expired.title': 'Tautan kedaluwarsa',
  'page.expired.sentence': 'Tautan ini berlaku untuk waktu terbatas, dan waktunya sudah habis.',
  'page.expired.remedy': 'Mintalah tautan baru kepada pengelola situs Anda.',
  'page.wrong.title': 'Tautan tidak berlaku',
  'page.wrong.sentence': 'Tautan ini tidak mengarah ke status sebuah domain.',
  'page.wrong.remedy':
    'Bukalah sekali lagi dari tempat Anda menerimanya, dan pastikan tautannya lengkap: program email memotong tautan yang panjang menjadi dua. Jika itu tidak membantu, mintalah tautan baru kepada pengelola situs Anda.',
  'page.busy.title': 'Sedang sibuk, coba lagi',
  'page.busy.sentence': 'Banyak domain sedang diperiksa saat ini, dan domain Anda belum diperiksa.',
  'page.busy.remedy':
    'Hal ini tidak berarti ada yang salah dengan domain Anda. Muat ulang halaman ini setengah menit lagi.',
  'page.unavailable.title': 'Tidak tersedia saat ini',
  'page.unavailable.sentence': 'Status domain tidak dapat ditampilkan saat ini.',
  'page.unavailable.remedy':
    'Coba lagi beberapa menit lagi. Jika itu tidak membantu, beri tahu pengelola situs Anda.',
} as const satisfies Translated<typeof ENGLISH>;
