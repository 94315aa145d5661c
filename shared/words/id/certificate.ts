import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': 'Tidak ada koneksi aman (HTTPS)',
  'no-https.no-answer.explanation':
    '{domain} tidak menjawab melalui HTTPS di {addresses}, sehingga browser tidak dapat membuka situs di sana.',
  'no-https.no-answer.remedy':
    'Jika ada firewall atau proxy di depan situs, izinkan port 443. Jika tidak ada, pengelola situs Anda harus bertanya kepada Closte mengapa HTTPS tidak menjawab.',
  'no-https.no-tls.explanation':
    'Di {addresses}, sebuah server menjawab untuk {domain} pada port 443, tetapi koneksi aman dengannya tidak terbentuk. Karena itu, browser tidak dapat membuka situs di sana.',
  'no-https.no-tls.remedy':
    'Pengelola situs Anda harus bertanya kepada Closte mengapa koneksi aman tidak terbentuk.',
  'no-https.no-way-there.title': 'HTTPS tidak dapat diuji',
  'no-https.no-way-there.explanation':
    '{domain} hanya memiliki alamat IPv6 ({addresses}), dan alamat itu tidak dapat dijangkau dari tempat pengujian. Pengunjung tanpa IPv6 juga tidak dapat menjangkaunya.',
  'no-https.no-way-there.remedy':
    'Jika Anda juga diminta mengatur record A, untuk IPv4, aturlah. Jika tidak, pengelola situs Anda harus mengujinya melalui IPv6.',

  'no-certificate.title': 'Server tidak memiliki sertifikat untuk domain ini',
  'no-certificate.explanation':
    'Di {addresses}, server memutus koneksi aman sebelum dimulai: server tidak memiliki sertifikat untuk {domain}. Karena itu, browser tidak dapat membuka situs melalui HTTPS.',
  'no-certificate.remedy':
    'Pengelola situs Anda harus bertanya kepada Closte mengapa tidak ada sertifikat untuk {domain}.',

  'default-certificate.title': 'Belum ada sertifikat sendiri',
  'default-certificate.explanation':
    '{count, plural, =0 {Server menampilkan sertifikat tanpa nama, bukan sertifikat untuk {domain}} other {Server menampilkan sertifikat untuk {names}, bukan sertifikat untuk {domain}}}, sehingga browser memberi peringatan kepada pengunjung. Sertifikat itulah yang ditampilkan selama server belum memiliki sertifikat untuk domain ini.',
  'default-certificate.remedy':
    'Pengelola situs Anda harus bertanya kepada Closte mengapa tidak ada sertifikat untuk {domain}.',

  'wrong-name.title': 'Sertifikatnya untuk nama lain',
  'wrong-name.explanation':
    '{count, plural, =0 {Server menampilkan sertifikat tanpa nama.} other {Server menampilkan sertifikat untuk {names}.}} Sertifikat itu tidak berlaku untuk {domain}, sehingga browser memberi peringatan kepada pengunjung.',
  'wrong-name.remedy': 'Pengelola situs Anda harus meminta sertifikat untuk {domain} kepada Closte.',

  'expired.title': 'Sertifikat sudah kedaluwarsa',
  'expired.explanation':
    'Sertifikat {domain} tidak berlaku lagi, sehingga browser memberi peringatan kepada pengunjung.',
  'expired.remedy':
    'Pengelola situs Anda harus bertanya kepada Closte mengapa sertifikat itu tidak diperpanjang.',

  'not-yet-valid.title': 'Sertifikat belum berlaku',
  'not-yet-valid.explanation':
    'Sertifikat {domain} baru berlaku pada waktu yang akan datang. Sampai saat itu, browser memberi peringatan kepada pengunjung.',
  'not-yet-valid.remedy': 'Pengelola situs Anda harus meminta sertifikat yang sudah berlaku kepada Closte.',

  'self-signed.title': 'Sertifikat tidak berasal dari otoritas',
  'self-signed.explanation':
    'Server menampilkan sertifikat untuk {domain} yang ditandatanganinya sendiri. Browser hanya memercayai sertifikat dari otoritas, sehingga browser memberi peringatan kepada pengunjung.',
  'self-signed.remedy': 'Pengelola situs Anda harus meminta sertifikat dari sebuah otoritas kepada Closte.',

  'untrusted-issuer.title': 'Sertifikat berasal dari otoritas yang tidak dikenal',
  'untrusted-issuer.explanation':
    'Server menampilkan sertifikat untuk {domain} dari otoritas yang tidak dipercaya browser, sehingga browser memberi peringatan kepada pengunjung.',
  'untrusted-issuer.remedy':
    'Pengelola situs Anda harus meminta sertifikat dari otoritas yang dipercaya browser kepada Closte.',

  'incomplete-chain.title': 'Sebagian sertifikat tidak ada',
  'incomplete-chain.explanation':
    'Server tidak mengirim semua sertifikat yang menghubungkan sertifikat {domain} dengan otoritas yang dikenal browser. {count, plural, =0 {} other {Yang dikirim berakhir di {issuers}. }}Sebagian browser menemukan sisanya sendiri, sebagian lain memberi peringatan kepada pengunjung.',
  'incomplete-chain.remedy':
    'Pengelola situs Anda harus meminta Closte untuk mengirim seluruh rantai sertifikat, sampai ke otoritas yang dipercaya browser.',

  'expiring-soon.title': 'Sertifikat akan segera kedaluwarsa',
  'expiring-soon.explanation':
    'Sertifikat {domain} berlaku sampai {end}. Seharusnya sertifikat itu sudah diperpanjang.',
  'expiring-soon.remedy':
    'Jika ada masalah lain yang disebutkan di sini, perbaiki dulu masalah itu: mungkin itulah yang menghalangi perpanjangan. Jika tidak ada, pengelola situs Anda harus bertanya kepada Closte mengapa sertifikat itu tidak diperpanjang.',

  'still-being-issued.title': 'Sertifikat sedang diterbitkan',
  'still-being-issued.explanation':
    'DNS {domain} baru sebentar benar, dan sejak saat itu sertifikat memerlukan 5 sampai 10 menit. Sebelum sertifikat tersedia, browser memberi peringatan kepada pengunjung.',
} as const satisfies Translated<typeof ENGLISH>;
