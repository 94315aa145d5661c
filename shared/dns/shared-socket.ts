import { createSocket } from 'node:dgram';
import type { Resolver } from './question.ts';

/** So many questions go through one socket at most. */
const MOST_QUESTIONS = 8;

/** Who has a question under way. */
interface Asker {
  /** Told of every message that the server sends, whichever question it answers. */
  readonly hear: (message: Buffer) => void;
  /** There is no way to the server. Nothing more comes. */
  readonly fail: () => void;
}

/** A place in a socket, for one question. */
export interface Place {
  /** Sends a message of the question, as soon as that can be. */
  readonly send: (message: Buffer) => void;
  readonly leave: () => void;
}

interface SharedSocket {
  /** Undefined where it takes no more, or had a question of this id. */
  readonly join: (id: number, asker: Asker) => Place | undefined;
}

/** By server, the socket that takes the next question. */
const taking = new Map<string, SharedSocket>();

/**
 * A place in a socket that is connected to a server. A socket for each question would take a quarter more of the
 * processor for each check, so questions to one server that are under way at the same time share one.
 *
 * What a forger has to guess stays as it is (RFC 5452): the system gives each socket a random port, and hears through it
 * nobody but the server's address and port; no two questions of a socket have the same id; and whoever asks takes an
 * answer to his own id and his own question alone. So an answer that comes too late finds nobody who takes it. A socket
 * takes a few questions, and is closed as soon as none of them is under way: no port is worth searching for, and none
 * stays open while an instance stands still.
 *
 * @param id of the question's messages
 */
export function joinSocket(server: Resolver, id: number, asker: Asker): Place {
  const key = `${server.address} ${server.port}`;
  const joined = taking.get(key)?.join(id, asker);
  if (joined !== undefined) return joined;
  const fresh: SharedSocket = openSocket(server, () => {
    if (taking.get(key) === fresh) taking.delete(key);
  });
  taking.set(key, fresh);
  // A fresh one takes whatever comes first.
  return fresh.join(id, asker) as Place;
}

/** @param retire called when it takes no more */
function openSocket({ address, port }: Resolver, retire: () => void): SharedSocket {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  const ids = new Set<number>();
  const askers = new Set<Asker>();
  /** What is to be sent once there is a connection; then undefined. */
  let waiting: Buffer[] | undefined = [];
  let isOpen = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    retire();
    socket.close();
  }
  // What the system says of a socket, it says of the server: mostly that nobody listens there (ICMP).
  function fail(): void {
    for (const asker of askers) asker.fail();
    close();
  }
  function send(message: Buffer): void {
    if (!isOpen) return;
    if (waiting === undefined) socket.send(message, (error) => error && fail());
    else waiting.push(message);
  }

  socket.on('message', (message) => {
    for (const asker of askers) asker.hear(message);
  });
  socket.on('error', fail);
  socket.connect(port, address, (error?: Error) => {
    if (error !== undefined) {
      fail();
      return;
    }
    const messages = waiting ?? [];
    waiting = undefined;
    for (const message of messages) send(message);
  });

  return {
    join(id, asker) {
      if (ids.size === MOST_QUESTIONS || ids.has(id)) return undefined;
      ids.add(id);
      askers.add(asker);
      return {
        send,
        leave() {
          askers.delete(asker);
          if (askers.size === 0) close();
        },
      };
    },
  };
}
