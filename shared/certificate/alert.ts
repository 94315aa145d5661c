/** A TLS alert by which a server ended the handshake, by its number (RFC 8446, 6; the registry "TLS Alerts" of IANA). */
export type Alert = number;

/**
 * What servers say that have no certificate for the name that was asked for.
 *
 * | alert | who says so |
 * | --- | --- |
 * | 40, `handshake_failure` | OpenSSL and BoringSSL, which find no cipher to sign with |
 * | 41, `no_certificate` | reserved since TLS 1.0, still in use |
 * | 49, `access_denied` | some front ends |
 * | 80, `internal_error` | Go's crypto/tls where nothing gave it a certificate |
 * | 111, `certificate_unobtainable` | RFC 6066, 5 |
 * | 112, `unrecognized_name` | RFC 6066, 3 |
 */
const NO_CERTIFICATE: readonly Alert[] = [40, 41, 49, 80, 111, 112];

/** Whether an alert says that the server has no certificate for the name; others are about the connection. */
export function saysNoCertificate(alert: Alert): boolean {
  return NO_CERTIFICATE.includes(alert);
}

/** The number of the alert that an error tells of, if it does: OpenSSL writes it at the end of its message. */
export function alertIn({ message }: Error): Alert | undefined {
  const number = /SSL alert number (\d+)\s*$/.exec(message)?.[1];
  return number === undefined ? undefined : Number(number);
}
