import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'O HTTPS não passa {proxy, select, none {pelo proxy} other {por {proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {O proxy fica entre os visitantes e este site.} other {{proxy} fica entre os visitantes e este site.}}',
  'https-behind-a-proxy.handshake':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: o proxy não consegue estabelecer uma conexão segura com o site (erro 525). Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.certificate':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: o proxy não encontra no site um certificado correto para {domain} (erro 526). Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.loop':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: os visitantes são redirecionados repetidamente em círculo. Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.to-http':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: os visitantes são mandados de volta para HTTP sem criptografia. Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.untrusted':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: os navegadores não confiam no certificado que lhes é mostrado. Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.error':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: o proxy responde com um erro. Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.other-site':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: outro site responde. Por isso, os navegadores não conseguem abrir o site.',
  'https-behind-a-proxy.no-answer':
    'O que eles pedem por HTTP sem criptografia chega aqui, mas por HTTPS não: ninguém responde. Por isso, os navegadores não conseguem abrir o site.',

  'https-behind-a-proxy.remedy':
    'Retire o domínio do proxy. Então {domain} levará diretamente para cá e obterá aqui o seu certificado.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'Se você usa {proxy} para o seu domínio, altere o status do proxy do registro para “DNS only”, ou seja, “Somente DNS” (a nuvem cinza). Então {domain} levará diretamente para cá e obterá aqui o seu certificado.',
  'https-behind-a-proxy.instead.certificate':
    'Se ele precisar continuar no proxy, quem administra o seu site precisa pedir esse certificado à Closte.',
  'https-behind-a-proxy.instead.loop':
    'Se ele precisar continuar no proxy, configure o proxy para acessar o site por HTTPS (na Cloudflare: SSL/TLS, “Full”, ou seja, “Completo”).',
  'https-behind-a-proxy.instead.to-http':
    'Se ele precisar continuar no proxy, remova lá a regra que manda os visitantes para HTTP.',
  'https-behind-a-proxy.instead.untrusted':
    'Se ele precisar continuar no proxy, faça com que o proxy emita um certificado para o domínio.',
  'https-behind-a-proxy.instead.other-site':
    'Se ele precisar continuar no proxy, remova lá a regra que leva o HTTPS a outro site.',
  'https-behind-a-proxy.instead.no-answer': 'Se ele precisar continuar no proxy, ative o HTTPS lá.',
} as const satisfies Translated<typeof ENGLISH>;
