/** What the first bytes of a connection turn out to be. */
type FirstFlight =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'not-tls' }
  /** The name that the client asks for by SNI, in lower case; undefined if by none. */
  | { readonly kind: 'client-hello'; readonly serverName: string | undefined };

const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME_EXTENSION = 0;
const HOST_NAME = 0;
/** No client hello comes near it; what is longer is an attack. */
const LONGEST_FIRST_FLIGHT = 64 * 1024;

/** Reads the client hello of RFC 8446, section 4.1.2 (in TLS 1.2 the same) and its SNI of RFC 6066, section 3. */
export function readFirstFlight(bytes: Buffer): FirstFlight {
  if (bytes.length > LONGEST_FIRST_FLIGHT) return { kind: 'not-tls' };
  try {
    const message = handshakeMessage(bytes);
    return message === undefined
      ? { kind: 'incomplete' }
      : { kind: 'client-hello', serverName: serverNameOf(reader(message)) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'not-tls' };
    throw error;
  }
}

/** The body of the client hello, which may be spread over several records; undefined if there is more to come. */
function handshakeMessage(bytes: Buffer): Buffer | undefined {
  let message = Buffer.alloc(0);
  for (let start = 0; start < bytes.length; ) {
    if (bytes[start] !== HANDSHAKE_RECORD) throw new RangeError('not a handshake record');
    if (bytes.length < start + 5) return undefined;
    const end = start + 5 + bytes.readUInt16BE(start + 3);
    message = Buffer.concat([message, bytes.subarray(start + 5, end)]);
    if (message.length > 0 && message[0] !== CLIENT_HELLO) throw new RangeError('not a client hello');
    const length = message.length < 4 ? Number.POSITIVE_INFINITY : message.readUIntBE(1, 3);
    if (message.length >= 4 + length) return message.subarray(4, 4 + length);
    start = end;
  }
  return undefined;
}

function serverNameOf(hello: Reader): string | undefined {
  hello.take(2 + 32); // version and random
  hello.vector(1); // session id
  hello.vector(2); // cipher suites
  hello.vector(1); // compression methods
  if (hello.isAtEnd()) return undefined;
  const extensions = reader(hello.vector(2));
  while (!extensions.isAtEnd()) {
    const type = extensions.take(2).readUInt16BE();
    const content = reader(extensions.vector(2));
    if (type !== SERVER_NAME_EXTENSION) continue;
    const names = reader(content.vector(2));
    while (!names.isAtEnd()) {
      const isHostName = names.take(1).readUInt8() === HOST_NAME;
      const name = names.vector(2);
      if (isHostName) return name.toString('latin1').toLowerCase();
    }
  }
  return undefined;
}

interface Reader {
  /** @throws RangeError if fewer bytes are left */
  take(length: number): Buffer;
  /** A vector of RFC 8446, section 3.4: its length in so many bytes, then its content. */
  vector(lengthBytes: number): Buffer;
  isAtEnd(): boolean;
}

function reader(bytes: Buffer): Reader {
  let position = 0;
  function take(length: number): Buffer {
    if (position + length > bytes.length) throw new RangeError('ends too early');
    position += length;
    return bytes.subarray(position - length, position);
  }
  return {
    take,
    vector: (lengthBytes) => take(take(lengthBytes).readUIntBE(0, lengthBytes)),
    isAtEnd: () => position === bytes.length,
  };
}
