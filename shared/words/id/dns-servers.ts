import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'Jawaban yang benar belum ada di semua tempat',
  'not-propagated-yet.explanation':
    'Jawaban yang benar untuk {domain} sudah ada, tetapi {all, select, yes {semua server DNS publik yang ditanya} other {{some, number} dari {asked, number} server DNS publik yang ditanya}} ({names}) {some, plural, other {masih memberi}} jawaban lain. Server DNS menyimpan jawaban selama beberapa waktu sebelum bertanya lagi.',
  'not-propagated-yet.remedy':
    'Anda tidak perlu melakukan apa-apa. Biasanya ini memerlukan beberapa menit, kadang-kadang sampai dua hari.',
  'not-propagated-yet.remedy.known':
    'Anda tidak perlu melakukan apa-apa. Ini memerlukan waktu paling lama {duration} dari sekarang.',

  'dns-server-failing.name-servers.title':
    '{count, plural, =1 {Sebuah nameserver tidak menjawab} other {Beberapa nameserver tidak menjawab}}',
  'dns-server-failing.name-servers.explanation':
    'Nameserver adalah komputer yang menyimpan record DNS {apex}. {count, plural, other {{servers} tidak menjawab.}} Yang lain menjawab, sehingga situs biasanya ditemukan, tetapi tidak selalu.',
  'dns-server-failing.all-name-servers.title': 'Nameserver tidak menjawab',
  'dns-server-failing.all-name-servers.explanation':
    'Nameserver adalah komputer yang menyimpan record DNS {apex}. {count, plural, other {{servers} tidak menjawab.}} Karena itu, {domain} tidak dapat ditemukan.',
  'dns-server-failing.name-servers.remedy':
    'Tanyakan kepada penyedia DNS Anda tentang {servers}. Jika Anda telah pindah ke penyedia lain, mungkin nameserver penyedia lama masih tercantum di tempat {apex} terdaftar: gantilah di sana.',

  'dns-server-failing.look-ups.title': 'DNS tidak memberi jawaban',
  'dns-server-failing.look-ups.explanation':
    'Server DNS publik tidak mendapat jawaban tentang {domain}, sehingga browser tidak dapat menemukan situs. Biasanya ini kesalahan nameserver, yaitu komputer yang menyimpan record DNS domain.',
  'dns-server-failing.look-ups.remedy':
    'Jika ini berlangsung lebih dari satu jam, tanyakan kepada penyedia DNS Anda mengapa {domain} tidak dapat ditemukan di DNS.',

  'dns-server-failing.one-type.title': 'DNS tidak memberi jawaban tentang {version}',
  'dns-server-failing.one-type.explanation':
    'Server DNS {domain} tidak memberi jawaban saat ditanya tentang alamat {version} domain itu (record {type}). Pertanyaan yang lain dijawab, sehingga situs biasanya ditemukan, meskipun kadang-kadang terlambat.',
  'dns-server-failing.one-type.remedy':
    'Tanyakan kepada penyedia DNS Anda mengapa tidak ada jawaban tentang record {type} milik {domain}. Jika record itu memang tidak ada, itulah yang seharusnya dijawab.',

  'dns-server-failing.resolvers.title': 'DNS tidak dapat ditanya',
  'dns-server-failing.resolvers.explanation':
    'Server DNS publik yang ditanya tentang {domain} tidak menerima pertanyaan itu. Hal ini tidak berarti apa pun tentang domain itu.',
  'dns-server-failing.resolvers.remedy':
    'Anda tidak perlu melakukan apa-apa: server itu akan ditanya lagi. Jika tetap begitu, pengelola situs Anda harus memeriksanya.',

  'dnssec-failing.title': 'Tanda tangan DNSSEC tidak cocok',
  'dnssec-failing.explanation':
    'Record DNS {apex} ditandatangani (DNSSEC), dan tanda tangannya tidak cocok. Server DNS yang memeriksanya tidak memberi jawaban, sehingga banyak pengunjung dan otoritas yang menerbitkan sertifikat tidak dapat menemukan {domain}.',
  'dnssec-failing.remedy':
    'Mintalah penyedia DNS Anda untuk memperbaiki DNSSEC untuk {apex}. Jika Anda telah berganti penyedia, record DS dari penyedia lama mungkin masih tercantum di tempat {apex} terdaftar: hapuslah di sana.',
  'dnssec-failing.at-some.title': 'Menurut beberapa server DNS, tanda tangan DNSSEC tidak cocok',
  'dnssec-failing.at-some.explanation':
    'Record DNS {apex} ditandatangani (DNSSEC). Menurut {all, select, yes {semua server DNS publik yang ditanya} other {{some, number} dari {asked, number} server DNS publik yang ditanya}} ({names}), tanda tangannya tidak cocok, sehingga pengguna {some, plural, =1 {server ini} other {server-server ini}} tidak dapat menemukan {domain}. Server lainnya tidak menyatakan demikian: masalah ini mungkin hilang sendiri.',
  'dnssec-failing.at-some.remedy':
    'Jika ini berlangsung lebih dari satu hari, mintalah penyedia DNS Anda untuk memeriksa DNSSEC untuk {apex}.',

  'blocked-by-a-filter.title': 'Sebuah filter memblokir domain ini',
  'blocked-by-a-filter.explanation':
    'Sebagian server DNS melindungi penggunanya dari situs tertentu. {all, select, yes {Semua server DNS publik yang ditanya} other {{some, number} dari {asked, number} server DNS publik yang ditanya}} ({names}) {some, plural, =1 {memblokir {domain} sebagai situs seperti itu: pengguna server ini} other {memblokir {domain} sebagai situs seperti itu: pengguna server-server ini}} tidak dapat menemukannya. Hal ini tidak ada kaitannya dengan record DNS Anda.',
  'blocked-by-a-filter.remedy':
    'Pastikan tidak ada yang menaruh sesuatu yang berbahaya di {domain}. Kemudian mintalah pengelola {names} untuk menghapusnya dari daftar mereka: mereka memiliki halaman untuk itu.',

  'name-servers-disagree.title': 'Nameserver tidak sependapat',
  'name-servers-disagree.explanation':
    'Nameserver adalah komputer yang menyimpan record DNS {apex}. Tentang {domain}, jawaban mereka berbeda-beda: {right_count, plural, =0 {{wrong} memberi jawaban yang berbeda, dan tidak satu pun yang benar.} other {{right} memberi jawaban yang benar, {wrong_count, plural, other {sedangkan {wrong} tidak}}.}} Jawaban mana yang diterima pengunjung hanya soal keberuntungan.',
  'name-servers-disagree.remedy':
    'Jika Anda mengubah record dalam satu jam terakhir, tunggulah sebentar. Jika tidak, tanyakan kepada penyedia DNS Anda tentang {wrong}. Jika nameserver itu milik dua penyedia, record di keduanya harus sama.',

  'network-not-resolvable.title': 'Alamat jaringan tidak dapat ditemukan',
  'network-not-resolvable.explanation':
    'Saat ini tidak dapat dipastikan ke mana {domain} harus mengarah, karena {network, select, none {jaringan situs} other {{network}}} sendiri tidak memiliki alamat di DNS. Ini bukan kesalahan domain Anda.',
  'network-not-resolvable.remedy':
    'Anda tidak perlu melakukan apa-apa. Pengelola situs Anda harus memberi {network, select, none {jaringan situs} other {{network}}} sebuah alamat.',
} as const satisfies Translated<typeof ENGLISH>;
