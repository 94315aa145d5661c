import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': 'Pas de connexion sécurisée (HTTPS)',
  'no-https.no-answer.explanation':
    '{domain} ne répond pas en HTTPS à {addresses} : les navigateurs ne peuvent donc pas y ouvrir le site.',
  'no-https.no-answer.remedy':
    'Si un pare-feu ou un proxy se trouve devant le site, laissez passer le port 443. Sinon, les personnes qui gèrent votre site doivent demander à Closte pourquoi HTTPS ne répond pas.',
  'no-https.no-tls.explanation':
    'À {addresses}, un serveur répond pour {domain} sur le port 443, mais aucune connexion sécurisée ne s’établit. Les navigateurs ne peuvent donc pas y ouvrir le site.',
  'no-https.no-tls.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte pourquoi aucune connexion sécurisée ne s’établit.',
  'no-https.no-way-there.title': 'HTTPS n’a pas pu être testé',
  'no-https.no-way-there.explanation':
    '{domain} n’a que des adresses IPv6 ({addresses}), et celles-ci sont inaccessibles depuis l’endroit où le test est effectué. Les visiteurs sans IPv6 ne peuvent pas non plus les joindre.',
  'no-https.no-way-there.remedy':
    'Si l’on vous a demandé de définir aussi un enregistrement A, pour IPv4, définissez-le. Sinon, les personnes qui gèrent votre site doivent faire le test en IPv6.',

  'no-certificate.title': 'Le serveur n’a pas de certificat pour ce domaine',
  'no-certificate.explanation':
    'À {addresses}, le serveur interrompt la connexion sécurisée avant qu’elle ne commence : il n’a pas de certificat pour {domain}. Les navigateurs ne peuvent donc pas ouvrir le site en HTTPS.',
  'no-certificate.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte pourquoi il n’y a pas de certificat pour {domain}.',

  'default-certificate.title': 'Pas encore de certificat propre',
  'default-certificate.explanation':
    '{count, plural, =0 {Le serveur présente un certificat sans nom au lieu d’un certificat pour {domain}} other {Le serveur présente un certificat pour {names} au lieu d’un certificat pour {domain}}} : les navigateurs mettent donc les visiteurs en garde. C’est ce qu’il présente tant qu’il n’en a pas pour le domaine.',
  'default-certificate.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte pourquoi il n’y a pas de certificat pour {domain}.',

  'wrong-name.title': 'Le certificat est établi pour d’autres noms',
  'wrong-name.explanation':
    '{count, plural, =0 {Le serveur présente un certificat sans nom.} other {Le serveur présente un certificat pour {names}.}} Ce certificat n’est pas valable pour {domain} : les navigateurs mettent donc les visiteurs en garde.',
  'wrong-name.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte un certificat pour {domain}.',

  'expired.title': 'Le certificat a expiré',
  'expired.explanation':
    'Le certificat de {domain} n’est plus valable : les navigateurs mettent donc les visiteurs en garde.',
  'expired.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte pourquoi il n’a pas été renouvelé.',

  'not-yet-valid.title': 'Le certificat n’est pas encore valable',
  'not-yet-valid.explanation':
    'Le certificat de {domain} ne sera valable que plus tard. D’ici là, les navigateurs mettent les visiteurs en garde.',
  'not-yet-valid.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte un certificat valable dès maintenant.',

  'self-signed.title': 'Le certificat ne provient pas d’une autorité',
  'self-signed.explanation':
    'Le serveur présente pour {domain} un certificat qu’il a signé lui-même. Les navigateurs ne font confiance qu’aux certificats d’une autorité : ils mettent donc les visiteurs en garde.',
  'self-signed.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte un certificat émis par une autorité.',

  'untrusted-issuer.title': 'Le certificat provient d’une autorité inconnue',
  'untrusted-issuer.explanation':
    'Le serveur présente pour {domain} un certificat d’une autorité à laquelle les navigateurs ne font pas confiance : ils mettent donc les visiteurs en garde.',
  'untrusted-issuer.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte un certificat d’une autorité à laquelle les navigateurs font confiance.',

  'incomplete-chain.title': 'Une partie du certificat manque',
  'incomplete-chain.explanation':
    'Le serveur n’envoie pas tous les certificats qui relient celui de {domain} à une autorité connue des navigateurs. {count, plural, =0 {} other {Ce qu’il envoie s’arrête à {issuers}. }}Certains navigateurs trouvent le reste d’eux-mêmes, d’autres mettent les visiteurs en garde.',
  'incomplete-chain.remedy':
    'Les personnes qui gèrent votre site doivent demander à Closte d’envoyer toute la chaîne de certificats, jusqu’à une autorité à laquelle les navigateurs font confiance.',

  'expiring-soon.title': 'Le certificat expire bientôt',
  'expiring-soon.explanation':
    'Le certificat de {domain} aurait déjà dû être renouvelé. Date d’expiration : {end}.',
  'expiring-soon.remedy':
    'Si un autre problème est signalé ici, corrigez-le d’abord : c’est peut-être lui qui empêche le renouvellement. Sinon, les personnes qui gèrent votre site doivent demander à Closte pourquoi il n’a pas été renouvelé.',

  'still-being-issued.title': 'Le certificat est en cours d’émission',
  'still-being-issued.explanation':
    'Le DNS de {domain} n’est correct que depuis peu de temps ; à partir de ce moment, le certificat demande 5 à 10 minutes. D’ici là, les navigateurs mettent les visiteurs en garde.',
} as const satisfies Translated<typeof ENGLISH>;
