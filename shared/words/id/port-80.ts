import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'Port 80 tertutup',
  'port-80-closed.explanation':
    'Otoritas yang menerbitkan sertifikat menghubungi {domain} melalui HTTP biasa, pada port 80, begitu pula pengunjung yang hanya mengetik namanya. Di {addresses}, tidak ada server web yang menjawab di port itu.',
  'port-80-timeout.title': 'Port 80 tidak menjawab',
  'port-80-timeout.explanation':
    'Otoritas yang menerbitkan sertifikat menghubungi {domain} melalui HTTP biasa, pada port 80, begitu pula pengunjung yang hanya mengetik namanya. Di {addresses}, tidak ada jawaban tepat waktu, yang biasanya disebabkan oleh firewall.',
  'port-80.remedy':
    'Jika ada firewall atau proxy di depan situs, izinkan port 80. Jika tidak ada, pengelola situs Anda harus menghubungi Closte.',
  'port-80.consequence':
    '{severity, select, fatal {Karena itu, situs ini tidak dapat memperoleh sertifikat.} other {Hal ini dapat menghalangi penerbitan atau perpanjangan sertifikat.}}',

  'http-redirects-elsewhere.title': 'Port 80 mengalihkan ke tempat lain',
  'http-redirects-elsewhere.explanation':
    'Siapa pun yang membuka {domain} melalui HTTP biasa dialihkan ke {to}. Otoritas yang menerbitkan sertifikat meminta bukti di sana yang hanya dimiliki situs ini, dan mungkin tidak menemukannya.',
  'http-redirects-elsewhere.sent-on': 'Siapa pun yang membuka {domain} melalui HTTP biasa dialihkan ke {to}.',
  'http-redirects-elsewhere.not-followed.status':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: pengalihan dengan status 303 tidak diikuti.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: alamatnya tidak dapat dibaca.',
  'http-redirects-elsewhere.not-followed.scheme':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: hanya http: dan https: yang diikuti.',
  'http-redirects-elsewhere.not-followed.no-host':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: tidak ada nama host dalam alamatnya.',
  'http-redirects-elsewhere.not-followed.port':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: hanya port 80 dan 443 yang diikuti.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: garis miring setelah nama host tidak ada, sehingga host seperti itu tidak ditemukan.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: alamat seperti itu tidak ada di internet.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: nama itu tidak ada di internet.',
  'http-redirects-elsewhere.not-followed.too-long':
    'Otoritas yang menerbitkan sertifikat tidak mengikuti pengalihan itu: alamatnya terlalu panjang.',
  'http-redirects-elsewhere.remedy':
    'Jika Anda telah mengatur pengalihan atau penerusan untuk {domain} di penyedia DNS Anda atau di proxy, nonaktifkan. Jika tidak, pengelola situs Anda harus memeriksanya.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'Jika Anda telah mengatur pengalihan atau penerusan untuk {domain} di penyedia DNS Anda atau di proxy, tambahkan garis miring di akhir alamat tujuannya: {address}. Jika tidak, pengelola situs Anda harus memeriksanya.',

  'http-redirect-loop.title': 'Port 80 mengalihkan berputar-putar',
  'http-redirect-loop.explanation':
    'Siapa pun yang membuka {domain} melalui HTTP biasa terus-menerus dialihkan dan tidak sampai ke halaman mana pun. Hal yang sama terjadi pada otoritas yang menerbitkan sertifikat.',

  'answers-differ-between-addresses.title': 'Alamat-alamatnya tidak mengarah ke server yang sama',
  'answers-differ-between-addresses.explanation':
    '{domain} mengarah ke {addresses}, dan alamat-alamat ini memberi jawaban yang berbeda untuk pertanyaan yang sama. Jadi, mungkin tidak semuanya milik situs ini, dan apa yang diterima pengunjung hanya soal keberuntungan.',
  'answers-differ-between-addresses.remedy':
    'Cari di antara record A dan AAAA milik {domain} record yang tersisa dari server lain, lalu hapus. Jika semuanya sesuai dengan yang diminta kepada Anda, pengelola situs Anda harus memeriksanya.',
} as const satisfies Translated<typeof ENGLISH>;
