/** A key as Closte makes them, and one of characters that every notation writes in its own way. */
export const PLAIN_KEY = 'c10573k3y-0123456789abcdefABCDEF';
export const AWKWARD_KEY = 'k&y "quoted" +/=%<é>\\~*!\'()';

/** The forms in which a secret may be found in a text, by the notation that makes them. */
export function writtenForms(secret: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(secret);
  return {
    raw: secret,
    url: encodeURIComponent(secret),
    'url in lower case': encodeURIComponent(secret).replace(/%../g, (octet) => octet.toLowerCase()),
    'url of RFC 3986': encodeURIComponent(secret).replace(/[!'()*]/g, percent),
    form: new URLSearchParams({ k: secret }).toString().slice(2),
    'form of PHP': encodeURIComponent(secret)
      .replace(/[!'()*~]/g, percent)
      .replaceAll('%20', '+'),
    json: inJson(secret),
    'json in json': inJson(inJson(secret)),
    'json of PHP': inJson(secret)
      .replaceAll('/', '\\/')
      .replace(/[^ -~]/g, unicodeEscape),
    'json of .NET': inJson(secret).replace(/["&'<>+]|\\"|[^ -~]/g, (text) =>
      unicodeEscape(text.at(-1) ?? ''),
    ),
    html: secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#039;'),
    base64: bytes.toString('base64'),
    base64url: bytes.toString('base64url'),
    hex: bytes.toString('hex'),
    'hex in upper case': bytes.toString('hex').toUpperCase(),
  };
}

/** Which secrets stand in a text, in which forms: empty if the text is clean. */
export function secretsIn(text: string, secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(writtenForms(secret))
      .filter(([, form]) => text.includes(form))
      .map(([form]) => `${name} (${form})`),
  );
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
