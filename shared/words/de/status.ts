import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} ist bereit: Die Domain führt zu ihrer Website und hat ein gültiges Zertifikat.',
  'status.action-needed': '{domain} funktioniert noch nicht: {title}.',
  'status.action-needed.unknown': '{domain} funktioniert noch nicht: Etwas stimmt nicht.',
  'status.not-mapped': '{domain} ist hier keiner Website zugeordnet.',

  'status.waiting.hosting':
    '{domain} wird eingerichtet und wartet auf die Übernahme der Domain durch das Hosting.',
  'status.waiting.dns':
    '{domain} wird eingerichtet und wartet darauf, dass die DNS-Änderung überall sichtbar ist.',
  'status.waiting.certificate': '{domain} wird eingerichtet und wartet auf das Zertifikat.',
  'status.what.hosting': 'die Übernahme der Domain durch das Hosting',
  'status.what.dns': 'die Verbreitung der DNS-Änderung',
  'status.what.certificate': 'das Zertifikat',
} as const satisfies Translated<typeof ENGLISH>;
