import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': 'Configure um registro {type} para {place} com o valor {value}.',
  'action.set.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa configurar um registro {type} para {place} com o valor {value}.',
  'action.set.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa configurar um registro {type} para {place} com o valor {value}.',

  'action.set-caa.owner':
    'Adicione um registro CAA para {place} com o valor {value}. Os outros podem ficar como estão.',
  'action.set-caa.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa adicionar um registro CAA para {place} com o valor {value}. Os outros podem ficar como estão.',
  'action.set-caa.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa adicionar um registro CAA para {place} com o valor {value}. Os outros podem ficar como estão.',

  'action.change.owner': 'Altere o valor do registro {type} {old} de {place} para {value}.',
  'action.change.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa alterar o valor do registro {type} {old} de {place} para {value}.',
  'action.change.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa alterar o valor do registro {type} {old} de {place} para {value}.',

  'action.change-type.owner':
    'Substitua o registro {old_type} {old} de {place} por um registro {type} com o valor {value}. Se o formulário não permitir isso, remova primeiro o registro atual e depois crie o novo.',
  'action.change-type.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa substituir o registro {old_type} {old} de {place} por um registro {type} com o valor {value}. Se o formulário não permitir isso, é preciso remover primeiro o registro atual e depois criar o novo.',
  'action.change-type.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa substituir o registro {old_type} {old} de {place} por um registro {type} com o valor {value}. Se o formulário não permitir isso, é preciso remover primeiro o registro atual e depois criar o novo.',

  'action.remove.owner': 'Remova o registro {type} {value} de {place}.',
  'action.remove.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa remover o registro {type} {value} de {place}.',
  'action.remove.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa remover o registro {type} {value} de {place}.',

  'action.remove-at-registrar.owner':
    'Remova o registro {type} {value} de {name} na empresa em que {name} está registrado.',
  'action.remove-at-registrar.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa remover o registro {type} {value} de {name} na empresa em que {name} está registrado.',
  'action.remove-at-registrar.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa remover o registro {type} {value} de {name} na empresa em que {name} está registrado.',

  'action.switch-off-proxy.owner':
    'Retire {domain} do proxy que está na frente dele (na Cloudflare: o status do proxy do registro deve ser “DNS only”, ou seja, “Somente DNS”, a nuvem cinza).',
  'action.switch-off-proxy.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa retirar {domain} do proxy que está na frente dele (na Cloudflare: o status do proxy do registro deve ser “DNS only”, ou seja, “Somente DNS”, a nuvem cinza).',
  'action.switch-off-proxy.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa retirar {domain} do proxy que está na frente dele (na Cloudflare: o status do proxy do registro deve ser “DNS only”, ou seja, “Somente DNS”, a nuvem cinza).',

  'action.switch-off-redirect.owner':
    'Desative o redirecionamento ou encaminhamento que você configurou para {domain}.',
  'action.switch-off-redirect.operator':
    'Você não precisa fazer nada: quem administra o seu site precisa desativar o redirecionamento ou encaminhamento que está configurado para {domain}.',
  'action.switch-off-redirect.closte':
    'Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa desativar o redirecionamento ou encaminhamento que está configurado para {domain}.',

  'action.register.owner':
    'Confira se {name} está escrito corretamente. Registre ou renove {name} em uma empresa que venda nomes de domínio.',
  'action.register.operator':
    'Confira se {name} está escrito corretamente. Você não precisa fazer mais nada: quem administra o seu site precisa registrar ou renovar {name} em uma empresa que venda nomes de domínio.',
  'action.register.closte':
    'Confira se {name} está escrito corretamente. Você não precisa fazer mais nada: a Closte, onde o site está hospedado, precisa registrar ou renovar {name} em uma empresa que venda nomes de domínio.',

  'action.ask.owner':
    '{whom, select, operator {Pergunte a quem administra o seu site.} closte {Pergunte à Closte, onde o site está hospedado.} other {Peça à empresa em que os seus registros DNS são gerenciados (o seu provedor de DNS) que corrija isso.}}',
  'action.ask.operator':
    '{whom, select, operator {Você não precisa fazer nada: quem administra o seu site precisa verificar isso.} closte {Você não precisa fazer nada: quem administra o seu site precisa pedir à Closte que corrija isso.} other {Você não precisa fazer nada: quem administra o seu site precisa pedir ao próprio provedor de DNS que corrija isso.}}',
  'action.ask.closte':
    '{whom, select, operator {Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa perguntar a quem administra o seu site.} closte {Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa verificar isso.} other {Você não precisa fazer nada: a Closte, onde o site está hospedado, precisa pedir à empresa em que os registros DNS do seu domínio são gerenciados (o seu provedor de DNS) que corrija isso.}}',

  'action.ask.to-map':
    'Se {domain} deve levar ao seu site, peça a quem administra o seu site que faça a vinculação.',

  'action.wait': 'Você não precisa fazer nada: isso leva, no máximo, até {until}.',
  'action.or': 'Se isso não for possível: {way}',
} as const satisfies Translated<typeof ENGLISH>;
