import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': 'Atur record {type} untuk {place} dengan nilai {value}.',
  'action.set.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus mengatur record {type} untuk {place} dengan nilai {value}.',
  'action.set.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus mengatur record {type} untuk {place} dengan nilai {value}.',

  'action.set-caa.owner':
    'Tambahkan record CAA untuk {place} dengan nilai {value}. Record lainnya boleh tetap seperti semula.',
  'action.set-caa.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus menambahkan record CAA untuk {place} dengan nilai {value}. Record lainnya boleh tetap seperti semula.',
  'action.set-caa.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus menambahkan record CAA untuk {place} dengan nilai {value}. Record lainnya boleh tetap seperti semula.',

  'action.change.owner': 'Ubah record {type} {old} milik {place} menjadi {value}.',
  'action.change.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus mengubah record {type} {old} milik {place} menjadi {value}.',
  'action.change.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus mengubah record {type} {old} milik {place} menjadi {value}.',

  'action.change-type.owner':
    'Ubah record {old_type} {old} milik {place} menjadi record {type} dengan nilai {value}. Jika formulirnya tidak dapat melakukannya, hapus record yang lama, lalu buat yang baru.',
  'action.change-type.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus mengubah record {old_type} {old} milik {place} menjadi record {type} dengan nilai {value}. Jika formulirnya tidak dapat melakukannya, record yang lama harus dihapus, lalu yang baru dibuat.',
  'action.change-type.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus mengubah record {old_type} {old} milik {place} menjadi record {type} dengan nilai {value}. Jika formulirnya tidak dapat melakukannya, record yang lama harus dihapus, lalu yang baru dibuat.',

  'action.remove.owner': 'Hapus record {type} {value} milik {place}.',
  'action.remove.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus menghapus record {type} {value} milik {place}.',
  'action.remove.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus menghapus record {type} {value} milik {place}.',

  'action.remove-at-registrar.owner':
    'Hapus record {type} {value} milik {name} di perusahaan tempat {name} terdaftar.',
  'action.remove-at-registrar.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus menghapus record {type} {value} milik {name} di perusahaan tempat {name} terdaftar.',
  'action.remove-at-registrar.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus menghapus record {type} {value} milik {name} di perusahaan tempat {name} terdaftar.',

  'action.switch-off-proxy.owner':
    'Nonaktifkan proxy di depan {domain} (di Cloudflare: ubah status proxy record-nya menjadi “DNS only” (hanya DNS), yaitu awan abu-abu).',
  'action.switch-off-proxy.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus menonaktifkan proxy di depan {domain} (di Cloudflare: status proxy record-nya diubah menjadi “DNS only” (hanya DNS), yaitu awan abu-abu).',
  'action.switch-off-proxy.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus menonaktifkan proxy di depan {domain} (di Cloudflare: status proxy record-nya diubah menjadi “DNS only” (hanya DNS), yaitu awan abu-abu).',

  'action.switch-off-redirect.owner': 'Nonaktifkan pengalihan atau penerusan yang Anda atur untuk {domain}.',
  'action.switch-off-redirect.operator':
    'Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus menonaktifkan pengalihan atau penerusan yang diatur untuk {domain}.',
  'action.switch-off-redirect.closte':
    'Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus menonaktifkan pengalihan atau penerusan yang diatur untuk {domain}.',

  'action.register.owner':
    'Periksa ejaan {name}. Daftarkan atau perpanjang {name} di perusahaan yang menjual nama domain.',
  'action.register.operator':
    'Periksa ejaan {name}. Selain itu, Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus mendaftarkan atau memperpanjang {name} di perusahaan yang menjual nama domain.',
  'action.register.closte':
    'Periksa ejaan {name}. Selain itu, Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus mendaftarkan atau memperpanjang {name} di perusahaan yang menjual nama domain.',

  'action.ask.owner':
    '{whom, select, operator {Hubungi pengelola situs Anda.} closte {Hubungi Closte, tempat situs ini dihosting.} other {Mintalah perusahaan tempat record DNS Anda disimpan (penyedia DNS Anda) untuk memperbaikinya.}}',
  'action.ask.operator':
    '{whom, select, operator {Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus memeriksanya.} closte {Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus meminta Closte untuk memperbaikinya.} other {Anda tidak perlu melakukan apa-apa: pengelola situs Anda yang harus meminta perusahaan tempat record DNS mereka sendiri disimpan untuk memperbaikinya.}}',
  'action.ask.closte':
    '{whom, select, operator {Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus menghubungi pengelola situs Anda.} closte {Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus memeriksanya.} other {Anda tidak perlu melakukan apa-apa: Closte, tempat situs ini dihosting, yang harus meminta perusahaan tempat record DNS Anda disimpan (penyedia DNS Anda) untuk memperbaikinya.}}',

  'action.ask.to-map':
    'Jika {domain} seharusnya mengarah ke situs Anda, mintalah pengelola situs Anda untuk memetakannya.',

  'action.wait': 'Anda tidak perlu melakukan apa-apa. Perkiraan selesai paling lambat: {until}.',
  'action.or': 'Jika itu tidak memungkinkan: {way}',
} as const satisfies Translated<typeof ENGLISH>;
