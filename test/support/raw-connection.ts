import { once } from 'node:events';
import { connect } from 'node:net';

/** A connection on which a test writes HTTP by itself. */
export interface RawConnection {
  /** Returns when it is written, or when nothing can be written any more. */
  write(bytes: string | Buffer): Promise<void>;
  /** Waits for so many answers, and gives the status of each. Nothing is read before. */
  statuses(count: number): Promise<readonly number[]>;
  /** Waits until the server has closed its side, and gives all that came. */
  ended(): Promise<string>;
  /** What the system said when it broke the connection. */
  failure(): string | undefined;
  destroy(): void;
}

/** Connects to loopback. It stays open on this side, whatever the server does. */
export async function openRawConnection(port: number): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let came = '';
  let failure: string | undefined;
  socket.setEncoding('latin1').pause();
  socket.on('data', (text: string) => {
    came += text;
  });
  socket.on('error', ({ code }: NodeJS.ErrnoException) => {
    failure = code;
  });
  await once(socket, 'connect');
  // A connection that breaks is something to be seen, and no reason to end a test.
  const next = (event: string) => new Promise((resolve) => socket.once(event, resolve));
  const closed = next('close');
  const over = Promise.race([next('end'), closed]);

  const seen = () => [...came.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
  return {
    async write(bytes) {
      if (socket.destroyed || socket.write(bytes)) return;
      await Promise.race([next('drain'), closed]);
    },
    async statuses(count) {
      socket.resume();
      while (seen().length < count && socket.readable) await Promise.race([next('data'), over]);
      return seen();
    },
    async ended() {
      socket.resume();
      await over;
      return came;
    },
    failure: () => failure,
    destroy: () => void socket.destroy(),
  };
}
