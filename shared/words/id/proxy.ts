import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'HTTPS tidak dapat melewati {proxy, select, none {proxy} other {{proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {Proxy berada di antara pengunjung dan situs ini.} other {{proxy} berada di antara pengunjung dan situs ini.}}',
  'https-behind-a-proxy.handshake':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: proxy tidak memperoleh koneksi aman dengan situs (kesalahan 525). Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.certificate':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: proxy tidak menemukan sertifikat yang baik untuk {domain} di situs (kesalahan 526). Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.loop':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: pengunjung terus-menerus dialihkan berputar-putar. Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.to-http':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: pengunjung dikembalikan ke HTTP biasa. Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.untrusted':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: browser tidak memercayai sertifikat yang ditampilkan. Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.error':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: proxy menjawab dengan kesalahan. Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.other-site':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: situs lain yang menjawab. Karena itu, browser tidak dapat membuka situs.',
  'https-behind-a-proxy.no-answer':
    'Permintaan mereka melalui HTTP biasa sampai di sini, tetapi melalui HTTPS tidak: tidak ada yang menjawab. Karena itu, browser tidak dapat membuka situs.',

  'https-behind-a-proxy.remedy':
    'Nonaktifkan proxy untuk domain ini. Setelah itu, {domain} mengarah langsung ke sini dan memperoleh sertifikatnya di sini.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'Jika Anda menggunakan {proxy} untuk domain Anda, ubah status proxy record-nya menjadi “DNS only” (hanya DNS, awan abu-abu). Setelah itu, {domain} mengarah langsung ke sini dan memperoleh sertifikatnya di sini.',
  'https-behind-a-proxy.instead.certificate':
    'Jika proxy harus tetap aktif, pengelola situs Anda harus meminta sertifikat itu kepada Closte.',
  'https-behind-a-proxy.instead.loop':
    'Jika proxy harus tetap aktif, atur agar proxy menghubungi situs melalui HTTPS (di Cloudflare: SSL/TLS, “Full” (penuh)).',
  'https-behind-a-proxy.instead.to-http':
    'Jika proxy harus tetap aktif, hapus aturan di sana yang mengalihkan pengunjung ke HTTP.',
  'https-behind-a-proxy.instead.untrusted':
    'Jika proxy harus tetap aktif, buatlah proxy menerbitkan sertifikat untuk domain ini.',
  'https-behind-a-proxy.instead.other-site':
    'Jika proxy harus tetap aktif, hapus aturan di sana yang mengarahkan HTTPS ke situs lain.',
  'https-behind-a-proxy.instead.no-answer': 'Jika proxy harus tetap aktif, aktifkan HTTPS di sana.',
} as const satisfies Translated<typeof ENGLISH>;
