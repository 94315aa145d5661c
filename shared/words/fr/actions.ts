import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': 'Définissez un enregistrement {type} pour {place} avec la valeur {value}.',
  'action.set.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent définir un enregistrement {type} pour {place} avec la valeur {value}.',
  'action.set.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit définir un enregistrement {type} pour {place} avec la valeur {value}.',

  'action.set-caa.owner':
    'Ajoutez un enregistrement CAA pour {place} avec la valeur {value}. Les autres peuvent rester tels quels.',
  'action.set-caa.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent ajouter un enregistrement CAA pour {place} avec la valeur {value}. Les autres peuvent rester tels quels.',
  'action.set-caa.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit ajouter un enregistrement CAA pour {place} avec la valeur {value}. Les autres peuvent rester tels quels.',

  'action.change.owner': 'Modifiez l’enregistrement {type} de {place} : remplacez {old} par {value}.',
  'action.change.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent modifier l’enregistrement {type} de {place} et remplacer {old} par {value}.',
  'action.change.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit modifier l’enregistrement {type} de {place} et remplacer {old} par {value}.',

  'action.change-type.owner':
    'Remplacez l’enregistrement {old_type} {old} de {place} par un enregistrement {type} avec la valeur {value}. Si le formulaire ne le permet pas, supprimez d’abord le premier, puis créez le second.',
  'action.change-type.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent remplacer l’enregistrement {old_type} {old} de {place} par un enregistrement {type} avec la valeur {value}. Si le formulaire ne le permet pas, il faut d’abord supprimer le premier, puis créer le second.',
  'action.change-type.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit remplacer l’enregistrement {old_type} {old} de {place} par un enregistrement {type} avec la valeur {value}. Si le formulaire ne le permet pas, il faut d’abord supprimer le premier, puis créer le second.',

  'action.remove.owner': 'Supprimez l’enregistrement {type} {value} de {place}.',
  'action.remove.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent supprimer l’enregistrement {type} {value} de {place}.',
  'action.remove.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit supprimer l’enregistrement {type} {value} de {place}.',

  'action.remove-at-registrar.owner':
    'Supprimez l’enregistrement {type} {value} de {name} auprès du bureau d’enregistrement de {name}.',
  'action.remove-at-registrar.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent supprimer l’enregistrement {type} {value} de {name} auprès du bureau d’enregistrement de {name}.',
  'action.remove-at-registrar.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit supprimer l’enregistrement {type} {value} de {name} auprès du bureau d’enregistrement de {name}.',

  'action.switch-off-proxy.owner':
    'Désactivez le proxy placé devant {domain} (chez Cloudflare : réglez le statut du proxy de son enregistrement sur « DNS only », « DNS uniquement », le nuage gris).',
  'action.switch-off-proxy.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent désactiver le proxy placé devant {domain} (chez Cloudflare : régler le statut du proxy de son enregistrement sur « DNS only », « DNS uniquement », le nuage gris).',
  'action.switch-off-proxy.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit désactiver le proxy placé devant {domain} (chez Cloudflare : régler le statut du proxy de son enregistrement sur « DNS only », « DNS uniquement », le nuage gris).',

  'action.switch-off-redirect.owner': 'Désactivez la redirection que vous avez configurée pour {domain}.',
  'action.switch-off-redirect.operator':
    'Vous n’avez rien à faire : les personnes qui gèrent votre site doivent désactiver la redirection configurée pour {domain}.',
  'action.switch-off-redirect.closte':
    'Vous n’avez rien à faire : Closte, qui héberge le site, doit désactiver la redirection configurée pour {domain}.',

  'action.register.owner':
    'Vérifiez l’orthographe de {name}. Enregistrez ou renouvelez {name} auprès d’une société qui vend des noms de domaine.',
  'action.register.operator':
    'Vérifiez l’orthographe de {name}. Vous n’avez rien d’autre à faire : les personnes qui gèrent votre site doivent enregistrer ou renouveler {name} auprès d’une société qui vend des noms de domaine.',
  'action.register.closte':
    'Vérifiez l’orthographe de {name}. Vous n’avez rien d’autre à faire : Closte, qui héberge le site, doit enregistrer ou renouveler {name} auprès d’une société qui vend des noms de domaine.',

  'action.ask.owner':
    '{whom, select, operator {Contactez les personnes qui gèrent votre site.} closte {Contactez Closte, qui héberge le site.} other {Demandez à la société qui gère vos enregistrements DNS (votre fournisseur DNS) de corriger cela.}}',
  'action.ask.operator':
    '{whom, select, operator {Vous n’avez rien à faire : les personnes qui gèrent votre site doivent examiner le problème.} closte {Vous n’avez rien à faire : les personnes qui gèrent votre site doivent demander à Closte de corriger cela.} other {Vous n’avez rien à faire : les personnes qui gèrent votre site doivent demander à la société qui gère leurs propres enregistrements DNS de corriger cela.}}',
  'action.ask.closte':
    '{whom, select, operator {Vous n’avez rien à faire : Closte, qui héberge le site, doit contacter les personnes qui gèrent votre site.} closte {Vous n’avez rien à faire : Closte, qui héberge le site, doit examiner le problème.} other {Vous n’avez rien à faire : Closte, qui héberge le site, doit demander à la société qui gère vos enregistrements DNS (votre fournisseur DNS) de corriger cela.}}',

  'action.ask.to-map':
    'Si {domain} doit mener à votre site, demandez aux personnes qui gèrent votre site de l’y associer.',

  'action.wait': 'Vous n’avez rien à faire. Fin prévue au plus tard : {until}.',
  'action.or': 'Si ce n’est pas possible : {way}',
} as const satisfies Translated<typeof ENGLISH>;
