/** Takes every secret out of a text. */
export type Redact = (text: string) => string;

const MARK = '[redacted]';

/**
 * Makes a function that replaces secrets in whatever leaves a function: log entries, answers, errors. It knows a
 * secret as it is and as it is written in URLs, forms, JSON, HTML, base64 and hexadecimal.
 */
export function redactor(secrets: readonly string[]): Redact {
  const forms = [...new Set(secrets.filter((secret) => secret !== '').flatMap(writtenForms))];
  // The longest first: the form for URLs may contain the plain one.
  forms.sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, MARK), text);
}

function writtenForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    // Without the padding, the base64 form is also found where more text follows the secret.
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}
