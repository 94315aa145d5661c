import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': 'Configure un registro {type} para {place} con el valor {value}.',
  'action.set.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que configurar un registro {type} para {place} con el valor {value}.',
  'action.set.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que configurar un registro {type} para {place} con el valor {value}.',

  'action.set-caa.owner':
    'Añada un registro CAA para {place} con el valor {value}. Los demás pueden quedarse como están.',
  'action.set-caa.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que añadir un registro CAA para {place} con el valor {value}. Los demás pueden quedarse como están.',
  'action.set-caa.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que añadir un registro CAA para {place} con el valor {value}. Los demás pueden quedarse como están.',

  'action.change.owner': 'Cambie el valor del registro {type} {old} de {place} a {value}.',
  'action.change.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que cambiar el valor del registro {type} {old} de {place} a {value}.',
  'action.change.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que cambiar el valor del registro {type} {old} de {place} a {value}.',

  'action.change-type.owner':
    'Cambie el registro {old_type} {old} de {place} por un registro {type} con el valor {value}. Si el formulario no lo permite, elimine primero el registro actual y después cree el nuevo.',
  'action.change-type.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que cambiar el registro {old_type} {old} de {place} por un registro {type} con el valor {value}. Si el formulario no lo permite, primero hay que eliminar el registro actual y después crear el nuevo.',
  'action.change-type.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que cambiar el registro {old_type} {old} de {place} por un registro {type} con el valor {value}. Si el formulario no lo permite, primero hay que eliminar el registro actual y después crear el nuevo.',

  'action.remove.owner': 'Elimine el registro {type} {value} de {place}.',
  'action.remove.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que eliminar el registro {type} {value} de {place}.',
  'action.remove.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que eliminar el registro {type} {value} de {place}.',

  'action.remove-at-registrar.owner':
    'Elimine el registro {type} {value} de {name} en la empresa donde está registrado {name}.',
  'action.remove-at-registrar.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que eliminar el registro {type} {value} de {name} en la empresa donde está registrado {name}.',
  'action.remove-at-registrar.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que eliminar el registro {type} {value} de {name} en la empresa donde está registrado {name}.',

  'action.switch-off-proxy.owner':
    'Quite {domain} del proxy que tiene delante (en Cloudflare: el estado de proxy de su registro tiene que ser «DNS only», es decir, «Solo DNS», la nube gris).',
  'action.switch-off-proxy.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que quitar {domain} del proxy que tiene delante (en Cloudflare: el estado de proxy de su registro tiene que ser «DNS only», es decir, «Solo DNS», la nube gris).',
  'action.switch-off-proxy.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que quitar {domain} del proxy que tiene delante (en Cloudflare: el estado de proxy de su registro tiene que ser «DNS only», es decir, «Solo DNS», la nube gris).',

  'action.switch-off-redirect.owner':
    'Desactive la redirección o el reenvío que ha configurado para {domain}.',
  'action.switch-off-redirect.operator':
    'No tiene que hacer nada: quienes gestionan su sitio tienen que desactivar la redirección o el reenvío que está configurado para {domain}.',
  'action.switch-off-redirect.closte':
    'No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que desactivar la redirección o el reenvío que está configurado para {domain}.',

  'action.register.owner':
    'Compruebe que {name} está bien escrito. Registre o renueve {name} en una empresa que venda nombres de dominio.',
  'action.register.operator':
    'Compruebe que {name} está bien escrito. No tiene que hacer nada más: quienes gestionan su sitio tienen que registrar o renovar {name} en una empresa que venda nombres de dominio.',
  'action.register.closte':
    'Compruebe que {name} está bien escrito. No tiene que hacer nada más: Closte, donde está alojado el sitio, tiene que registrar o renovar {name} en una empresa que venda nombres de dominio.',

  'action.ask.owner':
    '{whom, select, operator {Consulte a quienes gestionan su sitio.} closte {Consulte a Closte, donde está alojado el sitio.} other {Pida a la empresa donde se gestionan sus registros DNS (su proveedor de DNS) que lo corrija.}}',
  'action.ask.operator':
    '{whom, select, operator {No tiene que hacer nada: quienes gestionan su sitio tienen que revisarlo.} closte {No tiene que hacer nada: quienes gestionan su sitio tienen que pedir a Closte que lo corrija.} other {No tiene que hacer nada: quienes gestionan su sitio tienen que pedir a su propio proveedor de DNS que lo corrija.}}',
  'action.ask.closte':
    '{whom, select, operator {No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que consultar a quienes gestionan su sitio.} closte {No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que revisarlo.} other {No tiene que hacer nada: Closte, donde está alojado el sitio, tiene que pedir a la empresa donde se gestionan los registros DNS de su dominio (su proveedor de DNS) que lo corrija.}}',

  'action.ask.to-map':
    'Si {domain} debe llevar a su sitio, pida a quienes gestionan su sitio que lo vinculen.',

  'action.wait': 'No tiene que hacer nada: tardará, como máximo, hasta el {until}.',
  'action.or': 'Si eso no es posible: {way}',
} as const satisfies Translated<typeof ENGLISH>;
