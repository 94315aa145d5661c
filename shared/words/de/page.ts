import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: bereit',
  'page.title.waiting': '{domain}: wartet',
  'page.title.action-needed': '{domain}: Handlung erforderlich',
  'page.title.not-mapped': '{domain}: nicht zugeordnet',
  'page.title.others-turn': '{domain}: noch nicht bereit',

  'page.verdict.ready': 'Bereit',
  'page.verdict.waiting': 'Wartet',
  'page.verdict.action-needed': 'Handlung erforderlich',
  'page.verdict.not-mapped': 'Nicht zugeordnet',
  'page.verdict.others-turn': 'Noch nicht bereit',
  'page.waiting-for': 'Wartet auf',
  'page.tried-until': 'Wird versucht bis',
  'page.given-up':
    'Die laufende Prüfung wurde eingestellt ({since}). Die Domain wird noch einmal geprüft ({next}) und weiter verfolgt, wenn dann alles stimmt.',
  'page.followed-again':
    'Die laufende Prüfung wurde eingestellt ({since}). Jetzt stimmt alles, und die Domain wird wieder verfolgt.',
  'page.name-in-dns': 'Im DNS wird der Name so geschrieben: {name}.',

  'page.actions.heading': 'Was zu tun ist',
  'page.actions.afterwards': 'Danach',
  'page.actions.instead': 'Wenn das nicht möglich ist',
  'page.actions.where': 'In den DNS-Einstellungen von {zone} bei Ihrem DNS-Anbieter.',
  'page.actions.where-at': 'In den DNS-Einstellungen von {zone} bei {provider}.',
  'page.actions.where-unknown': 'In den DNS-Einstellungen Ihrer Domain bei Ihrem DNS-Anbieter.',
  'page.actions.at-sign':
    'Der Hostname @ steht für die Domain selbst; in manchen Formularen muss das Feld leer bleiben.',
  'page.actions.apply': 'Einträge von {provider} setzen lassen',
  'page.actions.apply-at':
    'Sie melden sich bei {host} an, sehen, was geändert wird, und stimmen zu. Oder setzen Sie die Einträge selbst:',

  'page.contact.heading': 'Fragen?',
  'page.contact.named': 'Die technische Betreuung Ihrer Website: {name}',
  'page.contact.reached': 'Die technische Betreuung Ihrer Website: {link}',
  'page.contact.named-and-reached': 'Die technische Betreuung Ihrer Website: {name}, {link}',

  'page.checked': 'Geprüft: {time}.',
  'page.look-again': 'Erneut prüfen',
  'page.languages': 'Sprache',

  'page.script.copied': 'Kopiert',
  'page.script.selected': 'Markiert. Kopieren Sie es mit der Tastatur oder über das Menü.',
  'page.script.looks-again':
    'Diese Seite prüft {seconds, plural, one {jede Sekunde} other {alle # Sekunden}} erneut.',
  'page.script.no-answer':
    'Im Moment keine Antwort. Es wird {seconds, plural, one {jede Sekunde} other {alle # Sekunden}} erneut versucht.',
  'page.script.pause': 'Anhalten',
  'page.script.paused': 'Angehalten.',
  'page.script.go-on': 'Fortsetzen',
  'page.script.link-over': 'Diese Seite prüft nicht mehr: Ihr Link ist nicht mehr gültig.',
  'page.script.given-up': 'Diese Seite prüft nicht mehr: Es kam zu lange keine Antwort.',

  'page.expired.title': 'Link abgelaufen',
  'page.expired.sentence': 'Dieser Link war nur für begrenzte Zeit gültig, und die ist vorbei.',
  'page.expired.remedy': 'Bitten Sie die technische Betreuung Ihrer Website um einen neuen.',
  'page.wrong.title': 'Link ungültig',
  'page.wrong.sentence': 'Dieser Link führt nicht zum Status einer Domain.',
  'page.wrong.remedy':
    'Öffnen Sie den Link noch einmal von dort, wo Sie ihn herhaben, und achten Sie darauf, dass er vollständig ist: E-Mail-Programme zerteilen lange Links manchmal. Wenn das nicht hilft, bitten Sie die technische Betreuung Ihrer Website um einen neuen.',
  'page.busy.title': 'Ausgelastet, bitte erneut versuchen',
  'page.busy.sentence': 'Im Moment werden viele Domains geprüft, und Ihre war noch nicht an der Reihe.',
  'page.busy.remedy':
    'Das heißt nicht, dass mit Ihrer Domain etwas nicht stimmt. Laden Sie diese Seite in einer halben Minute neu.',
  'page.unavailable.title': 'Zurzeit nicht verfügbar',
  'page.unavailable.sentence': 'Der Status der Domain kann im Moment nicht angezeigt werden.',
  'page.unavailable.remedy':
    'Versuchen Sie es in einigen Minuten noch einmal. Wenn das nicht hilft, sagen Sie der technischen Betreuung Ihrer Website Bescheid.',
} as const satisfies Translated<typeof ENGLISH>;
