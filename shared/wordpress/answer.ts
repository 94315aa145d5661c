import type { HttpAnswer } from '../http/call.ts';

/** What an answer over HTTP says, where it is the plugin's; otherwise who has answered in its place. */
export type PluginAnswer =
  | { readonly kind: 'json'; readonly json: Readonly<Record<string, unknown>> }
  /** It is a copy of the network, or the network under another name. */
  | AnotherNetwork
  /** It wants something else of the domain by now, or has another mapping of it. */
  | { readonly kind: 'overtaken' }
  /** The network never had the domain. */
  | { readonly kind: 'unknown-domain' }
  | Unanswered;

export interface AnotherNetwork {
  readonly kind: 'another-network';
  readonly reason: string;
}

export interface Unanswered {
  readonly kind: 'unanswered';
  readonly reason: string;
}

export function unanswered(reason: string): Unanswered {
  return { kind: 'unanswered', reason };
}

/**
 * Reads an answer. A holding page, a firewall or a cache answers as well, and says nothing of a domain: what is no JSON
 * object, or an error whose code is not the plugin's, is nobody's word.
 *
 * | HTTP status | code in the body | says |
 * | --- | --- | --- |
 * | 2xx | | what the JSON says; nothing if it is none |
 * | 409 | `another-network` | that it is another network |
 * | 409 | `overtaken` | that the mapping is overtaken |
 * | 404 | `unknown-domain` | that the network never had the domain |
 * | 401 | `unauthorized`, `already-used` | nothing: the plugin does not take the signature |
 * | 404 | `rest_no_route` | nothing: WordPress is there, the plugin is not |
 * | any other | any other, as WordPress writes an error | nothing: WordPress, or a plugin of it, says why |
 * | any other | none | nothing: somebody else answered |
 */
export function readAnswer(answer: HttpAnswer): PluginAnswer {
  const { status, body } = answer;
  const json = objectIn(body);
  if (status >= 200 && status < 300) {
    return json === undefined ? somebodyElse(answer) : { kind: 'json', json };
  }
  const code = textIn(json, 'code');
  if (code === undefined) return somebodyElse(answer);
  const message = firstWords(textIn(json, 'message') ?? '');
  const said = message === '' ? code : `${code}: ${message}`;
  switch (`${status} ${code}`) {
    case '409 another-network':
      return { kind: 'another-network', reason: `WordPress says that it is another network (${said})` };
    case '409 overtaken':
      return { kind: 'overtaken' };
    case '404 unknown-domain':
      return { kind: 'unknown-domain' };
    case '401 unauthorized':
    case '401 already-used':
      return unanswered(
        `the plugin in WordPress does not take the signature (${said}): both sides need the same secret and the right time`,
      );
    case '404 rest_no_route':
      return unanswered('WordPress answers, but the plugin is not there or not active (rest_no_route)');
  }
  const isWall = status === 401 || status === 403;
  return unanswered(
    isWall
      ? `not the plugin, but WordPress or another plugin of it refused with HTTP ${status} (${said})`
      : `WordPress answered HTTP ${status} (${said})`,
  );
}

/** A signed request is not carried elsewhere. */
const REDIRECT = 'a redirect, which is not followed: WORDPRESS_URL has to be the address that it leads to';

/** Something that answered in the place of the plugin, named by its first words. */
export function somebodyElse({ status, body }: HttpAnswer): Unanswered {
  const words = firstWords(body);
  const isRedirect = status >= 300 && status < 400;
  const what = isRedirect ? REDIRECT : words === '' ? 'nothing in it' : `“${words}”`;
  return unanswered(`somebody else answered in the place of the plugin: HTTP ${status}, ${what}`);
}

const LONGEST_WORDS = 80;
/** Beyond this, the head of a page has no words that a person sees. */
const LOOKED_AT = 20_000;

/** What a person would read first: without what only a browser reads. */
function firstWords(body: string): string {
  const text = body
    .slice(0, LOOKED_AT)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>?/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text;
}

function objectIn(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}

function textIn(json: Readonly<Record<string, unknown>> | undefined, field: string): string | undefined {
  const value = json?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
