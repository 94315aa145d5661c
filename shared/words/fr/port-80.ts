import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'Le port 80 est fermé',
  'port-80-closed.explanation':
    'L’autorité qui émet le certificat appelle {domain} en HTTP simple, sur le port 80, tout comme un visiteur qui ne tape que le nom. À {addresses}, aucun serveur web n’y répond.',
  'port-80-timeout.title': 'Le port 80 ne répond pas',
  'port-80-timeout.explanation':
    'L’autorité qui émet le certificat appelle {domain} en HTTP simple, sur le port 80, tout comme un visiteur qui ne tape que le nom. À {addresses}, il n’y a pas de réponse à temps, ce qui indique le plus souvent un pare-feu.',
  'port-80.remedy':
    'Si un pare-feu ou un proxy se trouve devant le site, laissez passer le port 80. Sinon, les personnes qui gèrent votre site doivent contacter Closte.',
  'port-80.consequence':
    '{severity, select, fatal {Le site ne peut donc pas obtenir de certificat.} other {Cela peut empêcher l’émission ou le renouvellement d’un certificat.}}',

  'http-redirects-elsewhere.title': 'Le port 80 redirige ailleurs',
  'http-redirects-elsewhere.explanation':
    'Toute requête vers {domain} en HTTP simple est redirigée vers {to}. L’autorité qui émet le certificat y demande une preuve que seul ce site possède, et risque de ne pas la trouver.',
  'http-redirects-elsewhere.sent-on': 'Toute requête vers {domain} en HTTP simple est redirigée vers {to}.',
  'http-redirects-elsewhere.not-followed.status':
    'L’autorité qui émet le certificat ne suit pas cette redirection : elle n’en suit aucune avec le code 303.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'L’autorité qui émet le certificat ne suit pas cette redirection : elle ne peut pas lire l’adresse.',
  'http-redirects-elsewhere.not-followed.scheme':
    'L’autorité qui émet le certificat ne suit pas cette redirection : elle n’accepte que http: et https:.',
  'http-redirects-elsewhere.not-followed.no-host':
    'L’autorité qui émet le certificat ne suit pas cette redirection : l’adresse ne contient pas de nom d’hôte.',
  'http-redirects-elsewhere.not-followed.port':
    'L’autorité qui émet le certificat ne suit pas cette redirection : elle n’accepte que les ports 80 et 443.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'L’autorité qui émet le certificat ne suit pas cette redirection : il manque une barre oblique après le nom d’hôte, de sorte que cet hôte n’existe pas.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'L’autorité qui émet le certificat ne suit pas cette redirection : une telle adresse n’est pas sur Internet.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'L’autorité qui émet le certificat ne suit pas cette redirection : ce nom n’existe pas sur Internet.',
  'http-redirects-elsewhere.not-followed.too-long':
    'L’autorité qui émet le certificat ne suit pas cette redirection : l’adresse est trop longue.',
  'http-redirects-elsewhere.remedy':
    'Si vous avez configuré une redirection pour {domain} chez votre fournisseur DNS ou dans un proxy, désactivez-la. Sinon, les personnes qui gèrent votre site doivent examiner le problème.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'Si vous avez configuré une redirection pour {domain} chez votre fournisseur DNS ou dans un proxy, ajoutez une barre oblique à la fin de l’adresse de destination : {address}. Sinon, les personnes qui gèrent votre site doivent examiner le problème.',

  'http-redirect-loop.title': 'Le port 80 redirige en boucle',
  'http-redirect-loop.explanation':
    'Toute requête vers {domain} en HTTP simple est redirigée sans fin et n’arrive à aucune page. Il en va de même pour l’autorité qui émet le certificat.',

  'answers-differ-between-addresses.title': 'Ses adresses ne mènent pas au même serveur',
  'answers-differ-between-addresses.explanation':
    '{domain} mène à {addresses}, et ces adresses répondent différemment à la même question. Toutes ne correspondent donc probablement pas à ce site, et ce qu’obtient un visiteur relève du hasard.',
  'answers-differ-between-addresses.remedy':
    'Cherchez parmi les enregistrements A et AAAA de {domain} celui qui reste d’un autre serveur, et supprimez-le. Si tous sont tels qu’on vous a demandé de les définir, les personnes qui gèrent votre site doivent examiner le problème.',
} as const satisfies Translated<typeof ENGLISH>;
