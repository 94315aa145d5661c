import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'Belum ada record DNS',
  'no-records.explanation':
    'Tidak ada record DNS yang menunjukkan ke mana {domain} mengarah, sehingga tidak seorang pun dapat menemukan situs dengan nama ini.',

  'domain-not-registered.title': '{registrable} tidak terdaftar',
  'domain-not-registered.explanation':
    '{registrable} tidak ada di internet. Mungkin namanya salah eja, pendaftarannya sudah habis atau ditangguhkan, atau masih begitu baru sehingga belum dikenal.',
  'domain-not-registered.explanation.below':
    '{registrable} tidak ada di internet, sehingga {domain} juga tidak ada. Mungkin namanya salah eja, pendaftarannya sudah habis atau ditangguhkan, atau masih begitu baru sehingga belum dikenal.',
  'domain-not-registered.remedy':
    'Periksa ejaannya. Jika sudah benar, daftarkan atau perpanjang {registrable} di perusahaan yang menjual nama domain.',

  'wrong-address.title': 'Domain mengarah ke server lain',
  'wrong-address.explanation': '{domain} mengarah ke {wrong}, sedangkan situs ini tidak berada di sana.',

  'stray-ipv6.title': 'Sebuah alamat IPv6 mengarah ke server lain',
  'stray-ipv6.explanation':
    'Alamat IPv4 (record A) {domain} sudah benar. Namun, domain ini juga memiliki {records}, untuk IPv6, yang mengarah ke tempat lain. Browser dan otoritas yang menerbitkan sertifikat mendahulukan IPv6, sehingga mereka sampai ke server lain.',

  'some-addresses-wrong.title': 'Sebagian alamat mengarah ke server lain',
  'some-addresses-wrong.explanation':
    '{domain} mengarah ke {right}, yang sudah benar, tetapi juga ke {wrong}, sedangkan situs ini tidak berada di sana. Sebagian pengunjung sampai ke sana.',

  'reserved-address.title': 'Alamat yang tidak ada di internet',
  'reserved-address.explanation':
    '{domain} mengarah ke {wrong}. Alamat seperti itu diperuntukkan bagi jaringan pribadi, pengujian, atau contoh: dari internet, tidak seorang pun dapat menjangkau situs di sana.',

  'cname-to-elsewhere.title': 'Record CNAME mengarah ke tempat lain',
  'cname-to-elsewhere.explanation':
    '{domain} memiliki record CNAME, yang menjadikannya nama lain untuk {to}. {leads, select, elsewhere {Nama itu mengarah ke server lain, sedangkan situs ini tidak berada di sana.} other {Nama itu tidak mengarah ke mana pun: nama itu tidak memiliki alamat.}}',

  'cname-loop.title': 'Record CNAME berputar-putar',
  'cname-loop.explanation':
    '{domain} memiliki record CNAME, yang menjadikannya nama lain untuk sesuatu, dan setelah satu langkah atau lebih, arahnya kembali ke awal. Karena itu, alamat tidak pernah ditemukan.',

  'cname-at-apex.title': 'Record CNAME di tempat yang tidak diperbolehkan',
  'cname-at-apex.explanation':
    '{domain} adalah awal zona DNS Anda, yaitu keseluruhan record DNS Anda. Record CNAME tidak diperbolehkan di sana: record itu menutupi record lain dari nama tersebut, misalnya untuk email, dan tidak semua server DNS mengikutinya.',

  'behind-a-proxy.works.title': 'Berfungsi di belakang {proxy, select, none {proxy} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    '{domain} mengarah ke {proxy, select, none {server lain} other {{proxy}}}, yang berada di antara pengunjung dan situs ini serta meneruskan permintaan mereka. Pengujian menunjukkan bahwa permintaan itu sampai di sini.',
  'behind-a-proxy.title': '{proxy} berada di depan situs',
  'behind-a-proxy.explanation':
    '{domain} mengarah ke {proxy}, yang berada di antara pengunjung dan sebuah situs serta meneruskan permintaan mereka. {arrives, select, no {Pengujian menunjukkan bahwa permintaan itu tidak sampai di sini.} other {Tidak dapat diketahui apakah permintaan itu sampai di sini.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'Jika Anda menggunakan {proxy} untuk domain Anda, ubah status proxy record-nya menjadi “DNS only” (hanya DNS, awan abu-abu). Jika tidak, record itu dibuat untuk layanan lain.',
} as const satisfies Translated<typeof ENGLISH>;
