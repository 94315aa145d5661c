import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: listo',
  'page.title.waiting': '{domain}: en espera',
  'page.title.action-needed': '{domain}: hay que hacer algo',
  'page.title.not-mapped': '{domain}: no vinculado',
  'page.title.others-turn': '{domain}: todavía no está listo',

  'page.verdict.ready': 'Listo',
  'page.verdict.waiting': 'En espera',
  'page.verdict.action-needed': 'Hay que hacer algo',
  'page.verdict.not-mapped': 'No vinculado',
  'page.verdict.others-turn': 'Todavía no está listo',
  'page.waiting-for': 'A la espera de',
  'page.tried-until': 'Se intenta hasta',
  'page.given-up':
    'El seguimiento se abandonó el {since}. El dominio se volverá a comprobar el {next} y, si es correcto, se reanudará el seguimiento.',
  'page.followed-again':
    'El seguimiento se abandonó el {since}. Ahora el dominio es correcto y el seguimiento se ha reanudado.',
  'page.name-in-dns': 'En el DNS, el nombre se escribe {name}.',

  'page.actions.heading': 'Qué hay que hacer',
  'page.actions.afterwards': 'Después',
  'page.actions.instead': 'Si eso no es posible',
  'page.actions.where': 'En la configuración de DNS de {zone}, en su proveedor de DNS.',
  'page.actions.where-at': 'En la configuración de DNS de {zone}, en {provider}.',
  'page.actions.where-unknown': 'En la configuración de DNS de su dominio, en su proveedor de DNS.',
  'page.actions.at-sign':
    'El nombre de host @ representa el propio dominio; en algunos formularios hay que dejarlo vacío.',
  'page.actions.apply': 'Dejar que {provider} configure los registros por usted',
  'page.actions.apply-at':
    'Inicie sesión en {host}, vea qué se va a cambiar y acepte. O configúrelos usted mismo:',

  'page.contact.heading': '¿Tiene preguntas?',
  'page.contact.named': 'Quienes gestionan su sitio: {name}',
  'page.contact.reached': 'Quienes gestionan su sitio: {link}',
  'page.contact.named-and-reached': 'Quienes gestionan su sitio: {name}, {link}',

  'page.checked': 'Comprobado: {time}.',
  'page.look-again': 'Volver a comprobar',
  'page.languages': 'Idioma',

  'page.script.copied': 'Copiado',
  'page.script.selected': 'Seleccionado. Cópielo con el teclado o el menú.',
  'page.script.looks-again':
    'Esta página vuelve a comprobarlo cada {seconds, plural, one {segundo} other {# segundos}}.',
  'page.script.no-answer':
    'No hay respuesta en este momento. Se vuelve a intentar cada {seconds, plural, one {segundo} other {# segundos}}.',
  'page.script.pause': 'Pausar',
  'page.script.paused': 'En pausa.',
  'page.script.go-on': 'Continuar',
  'page.script.link-over': 'Esta página ya no hace más comprobaciones: su enlace ha dejado de ser válido.',
  'page.script.given-up':
    'Esta página ya no hace más comprobaciones: no ha habido respuesta durante demasiado tiempo.',

  'page.expired.title': 'Enlace caducado',
  'page.expired.sentence': 'Este enlace era válido por un tiempo limitado, que ya ha terminado.',
  'page.expired.remedy': 'Pida uno nuevo a quienes gestionan su sitio.',
  'page.wrong.title': 'Enlace no válido',
  'page.wrong.sentence': 'Este enlace no lleva al estado de ningún dominio.',
  'page.wrong.remedy':
    'Ábralo de nuevo desde donde lo recibió y compruebe que está completo: los programas de correo parten en dos los enlaces largos. Si eso no ayuda, pida uno nuevo a quienes gestionan su sitio.',
  'page.busy.title': 'Ocupado, vuelva a intentarlo',
  'page.busy.sentence':
    'En este momento se están comprobando muchos dominios, y el suyo no se ha podido comprobar.',
  'page.busy.remedy':
    'Eso no significa que su dominio tenga algún problema. Vuelva a cargar esta página dentro de medio minuto.',
  'page.unavailable.title': 'No disponible ahora',
  'page.unavailable.sentence': 'El estado del dominio no se puede mostrar en este momento.',
  'page.unavailable.remedy':
    'Vuelva a intentarlo dentro de unos minutos. Si eso no ayuda, avise a quienes gestionan su sitio.',
} as const satisfies Translated<typeof ENGLISH>;
