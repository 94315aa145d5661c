import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { type ApiError, apiError } from './api-error.ts';
import type { RawRequest } from './request.ts';

const LARGEST_BODY = 16 * 1024;

/** How long the rest of a refused body may go on, in milliseconds. */
const LONGEST_REST = 30_000;

/**
 * Stands before whatever serves a server's requests, and takes the body off each: into `rawBody` if it is within the
 * limit, else nothing of it, and `refused` says why. Who comes after finds a request without a body by the rule of
 * HTTP, which goes by two headers (RFC 9112, 6.3): the parsers of the functions framework, which would take up to 1 GB
 * into memory and inflate it, have nothing to do.
 *
 * @returns the same server
 */
export function limitBodies(server: Server, longestRest = LONGEST_REST): Server {
  const serve = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  return server.on('request', (request, response) => {
    takeBody(request, longestRest, (taken) => {
      Object.assign(request, taken);
      for (const listener of serve) listener.call(server, request, response);
    });
  });
}

/** What becomes of a body. */
type Taken = Pick<RawRequest, 'rawBody' | 'refused'>;

/** @param next called once; never if the caller goes away before the end of his body */
function takeBody(request: IncomingMessage, longestRest: number, next: (taken: Taken) => void): void {
  const { headers } = request;
  const { 'content-length': length, 'transfer-encoding': transfer } = headers;
  if (length === undefined && transfer === undefined) {
    next({});
    return;
  }
  delete headers['content-length'];
  delete headers['transfer-encoding'];

  const refused = refusalOf(headers['content-encoding'], length);
  if (refused !== undefined) {
    throwAway(request, longestRest);
    next({ refused });
    return;
  }
  // One piece of memory, however small the pieces in which a body comes.
  const bytes = Buffer.alloc(Number(length ?? LARGEST_BODY));
  let size = 0;
  const take = (chunk: Buffer): void => {
    if (size + chunk.length <= bytes.length) {
      size += chunk.copy(bytes, size);
      return;
    }
    request.off('data', take).off('end', finish);
    throwAway(request, longestRest);
    next({ refused: tooLarge(`more than ${LARGEST_BODY}`) });
  };
  const finish = (): void => next({ rawBody: bytes.subarray(0, size) });
  request.on('data', take).on('end', finish);
}

/** What can be said against a body before any of it is read. */
function refusalOf(encoding = '', length: string | undefined): ApiError | undefined {
  if (!/^(identity)?$/i.test(encoding)) {
    const detail = `the Content-Encoding is ${encoding}; send the body as it is`;
    return apiError('unsupported-media-type', detail, { 'Accept-Encoding': 'identity' });
  }
  return Number(length ?? 0) > LARGEST_BODY ? tooLarge(length ?? '') : undefined;
}

function tooLarge(size: string): ApiError {
  return apiError('body-too-large', `the body has ${size} bytes; ${LARGEST_BODY} are allowed`);
}

/**
 * Lets the rest of a body go by. Most callers look for an answer only after they have sent everything; and if a
 * connection is closed while something is still coming, the reset takes the answer away from the caller.
 */
function throwAway(request: IncomingMessage, longest: number): void {
  const { socket } = request;
  const { destroySoon } = socket;
  const cut = setTimeout(() => socket.destroy(), longest).unref();
  // What Node does as soon as the answer is out, where the connection is not to be kept: until the rest has gone by,
  // only this side of it is closed.
  socket.destroySoon = () => socket.end();
  request.once('close', () => {
    clearTimeout(cut);
    socket.destroySoon = destroySoon;
    if (socket.writableEnded) socket.destroySoon();
  });
  request.resume();
}
