import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'Record CAA melarang sertifikat situs ini',
  'caa-forbids.explanation.other-authority':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Record yang berlaku untuk {domain} tidak mengizinkan Let’s Encrypt, yang menerbitkan sertifikat situs ini.',
  'caa-forbids.explanation.malformed':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Record yang berlaku untuk {domain} menyebut Let’s Encrypt, yang menerbitkan sertifikat situs ini, tetapi dengan cara yang tidak dapat dibaca oleh otoritas itu.',
  'caa-forbids.explanation.other-method':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Record yang berlaku untuk {domain} mengizinkan Let’s Encrypt, yang menerbitkan sertifikat situs ini, hanya dengan bukti (validationmethods) yang berbeda dari yang digunakan di sini.',
  'caa-forbids.explanation.unknown-account':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Record yang berlaku untuk {domain} mengizinkan Let’s Encrypt, yang menerbitkan sertifikat situs ini, hanya untuk satu akun (accounturi), dan hosting situs ini tampaknya menggunakan akun lain.',
  'caa-forbids.explanation.no-account':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Record yang berlaku untuk {domain} mengizinkan Let’s Encrypt, yang menerbitkan sertifikat situs ini, hanya untuk akun (accounturi) yang tidak ada di otoritas itu.',
  'caa-forbids.remedy.own':
    'Tambahkan record CAA untuk {place} dengan flag {flags}, tag {tag}, dan nilai {value}. Record lainnya boleh tetap seperti semula.',
  'caa-forbids.remedy.network':
    'Pengelola situs Anda yang harus menanganinya: record CAA ini berada di domain yang dituju record CNAME Anda, dan domain itu milik mereka. Mereka harus menambahkan record dengan tag {tag} dan nilai {value}.',
  'caa-forbids.remedy.target':
    'Record CAA ini berada di {target}, yang dituju record CNAME milik {alias}. Mintalah pemilik domain itu untuk menambahkan record dengan tag {tag} dan nilai {value}.',

  'caa-unknown-critical.title': 'Ada record CAA yang tidak dikenal oleh otoritas',
  'caa-unknown-critical.explanation':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Salah satu record yang berlaku untuk {domain} ditandai kritis dan memiliki tag {tags}, yang tidak dikenal oleh Let’s Encrypt: dalam hal ini, sertifikat tidak boleh diterbitkan.',
  'caa-unknown-critical.remedy.remove':
    'Hapus record CAA dengan tag {tags} dari {place}, atau ubah flag-nya menjadi 0.',
  'caa-unknown-critical.remedy.own':
    'Tambahkan record CAA untuk {place} dengan flag 0, tag issue, dan nilai letsencrypt.org: record ini didahulukan daripada milik {above}.',
  'caa-unknown-critical.remedy.network':
    'Pengelola situs Anda yang harus menanganinya: record CAA ini berada di domain yang dituju record CNAME Anda, dan domain itu milik mereka. Mereka harus menghapus record dengan tag {tags}, atau mengubah flag-nya menjadi 0.',
  'caa-unknown-critical.remedy.target':
    'Record CAA ini berada di {target}, yang dituju record CNAME milik {alias}. Mintalah pemilik domain itu untuk menghapus record dengan tag {tags}, atau mengubah flag-nya menjadi 0.',

  'caa.or-replace-alias': 'Atau ganti record CNAME milik {place} dengan {records}.',

  'caa-not-answered.title': 'DNS tidak memberi jawaban tentang record CAA',
  'caa-not-answered.explanation':
    'Record CAA menentukan otoritas mana yang boleh menerbitkan sertifikat untuk sebuah domain. Saat DNS ditanya tentang record CAA milik {asked}, permintaannya gagal, dan tidak hanya sekali. Dalam hal ini, Let’s Encrypt tidak boleh menerbitkan sertifikat: mungkin ada record yang melarangnya.',
  'caa-not-answered.remedy.of-the-domain':
    'Mintalah perusahaan tempat record DNS {asked} disimpan agar servernya menjawab permintaan record CAA (tipe 257).',
  'caa-not-answered.remedy.of-the-network':
    'Pengelola situs Anda harus memastikan bahwa server DNS {asked} menjawab permintaan record CAA (tipe 257).',
  'caa-not-answered.remedy.of-somebody-else':
    'Ini urusan pihak yang menjalankan server DNS {asked}. Biasanya masalah ini hilang dengan sendirinya; jika tidak, beri tahu pengelola situs Anda.',

  'caa.consequence':
    '{severity, select, fatal {Karena itu, situs ini tidak dapat memperoleh sertifikat.} other {Saat ini situs memiliki sertifikat, tetapi sertifikat itu tidak dapat diperpanjang.}}',

  'wildcard-needs-dns-validation.title': 'Sertifikat wildcard memerlukan bukti melalui DNS',
  'wildcard-needs-dns-validation.explanation':
    'Let’s Encrypt memberikan sertifikat untuk {domain} hanya jika record DNS tertentu membuktikan bahwa domain itu milik Anda. Closte harus meminta record itu, dan mungkin Anda yang harus mengaturnya.',
  'wildcard-needs-dns-validation.remedy':
    'Hubungi pengelola situs Anda: mereka harus memastikan dengan Closte record mana yang dimaksud. Jika Anda yang harus mengaturnya, mereka akan memberi tahu Anda.',
} as const satisfies Translated<typeof ENGLISH>;
