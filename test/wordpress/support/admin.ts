import type { Reply, WordPress } from './wordpress.ts';

/** Somebody who is logged in, and asks as a browser does that follows no redirect. */
export interface Admin {
  get(path: string): Promise<Reply>;
  /** Sends a form. A name that ends with [] may come several times. */
  post(path: string, fields: readonly (readonly [string, string])[], referer?: string): Promise<Reply>;
}

/** Logs in; the network's administrator unless somebody else is named. */
export async function logIn(
  { ask }: WordPress,
  { user = 'admin', password = 'password', host = 'network.test' } = {},
): Promise<Admin> {
  const form = 'application/x-www-form-urlencoded';
  const body = new URLSearchParams({ log: user, pwd: password, testcookie: '1' }).toString();
  const { headers } = await ask('/wp-login.php', {
    method: 'POST',
    host,
    headers: { 'Content-Type': form, Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body,
  });
  const cookies = (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]);
  if (!cookies.some((cookie) => cookie?.startsWith('wordpress_logged_in'))) {
    throw new Error(`${user} could not log in`);
  }
  const Cookie = cookies.join('; ');
  return {
    get: (path) => ask(path, { host, headers: { Cookie } }),
    post: (path, fields, referer = path) =>
      ask(path, {
        method: 'POST',
        host,
        headers: { Cookie, 'Content-Type': form, Referer: `http://${host}${referer}` },
        body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
      }),
  };
}

/** The value of the hidden field of a form, by the form's action. */
export function nonceOf(html: string, action: string): string {
  const form = html.split('<form').find((part) => part.includes(`value="${action}"`)) ?? '';
  const nonce = /name="_wpnonce" value="([0-9a-f]+)"/.exec(form)?.[1];
  if (nonce === undefined) throw new Error(`no form for ${action}`);
  return nonce;
}
