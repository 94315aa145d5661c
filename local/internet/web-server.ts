import { createServer, type RequestListener } from 'node:http';
import type { OriginToken } from '../../shared/wordpress/origin-token.ts';
import { type Listener, listen } from '../listener.ts';

/**
 * What the network's web server answers, over HTTP and HTTPS alike: the file by which it is known, under every name
 * that it serves, and 404 to the rest.
 */
export function networkSite(
  { path, content }: OriginToken,
  serves: (name: string) => boolean,
): RequestListener {
  return ({ url, headers }, response) => {
    const name = (headers.host ?? '').toLowerCase().replace(/:\d*$/, '');
    const isProof = url === path && serves(name);
    response.writeHead(isProof ? 200 : 404, { 'Content-Type': 'text/plain' });
    response.end(isProof ? content : 'Not found\n');
  };
}

/** @throws Error with the system's code (`EADDRINUSE`, `EADDRNOTAVAIL`) if address and port cannot be had */
export function startWebServer(site: RequestListener, host: string, port: number): Promise<Listener> {
  return listen(createServer(site), host, port);
}
