import { createSocket } from 'node:dgram';
import type { Resolver } from './question.ts';

/** In bytes, at the beginning of a message (RFC 1035, 4.1.1). */
const ID_LENGTH = 2;

/** So many questions go through one socket at most. */
const MOST_QUESTIONS = 8;

/** Who has a question under way. */
interface Asker {
  /** Told of every message of the server that has the question's id. */
  readonly hear: (message: Buffer) => void;
  /** There is no way to the server. Nothing more comes. */
  readonly fail: () => void;
}

interface SharedSocket {
  /** False where it takes no more questions, or had one of this id. */
  readonly join: (id: number, asker: Asker) => boolean;
  /** Sends a message of a question, as soon as that can be. */
  readonly send: (message: Buffer) => void;
  /** The question of this id is over: said once. */
  readonly leave: (id: number) => void;
}

/** By server, the socket that takes the next question. */
const taking = new Map<string, SharedSocket>();

/**
 * A socket that is connected to a server, with a place in it for one question. One for each question would take a quarter
 * more of the processor for each check, so questions to one server that are under way at the same time share one.
 *
 * What a forger has to guess stays as it is (RFC 5452): the system gives each socket a random port, and hears through it
 * nobody but the server's address and port; no two questions of a socket have the same id; and whoever asks takes an
 * answer to his own id and his own question alone. So an answer that comes too late finds nobody who takes it. A socket
 * takes a few questions, and is closed as soon as none of them is under way: no port is worth searching for, and none
 * stays open while an instance stands still.
 *
 * @param id of the question's messages
 */
export function joinSocket(server: Resolver, id: number, asker: Asker): SharedSocket {
  const key = `${server.address} ${server.port}`;
  const open = taking.get(key);
  if (open?.join(id, asker)) return open;
  const fresh: SharedSocket = openSocket(server, () => {
    if (taking.get(key) === fresh) taking.delete(key);
  });
  taking.set(key, fresh);
  // A fresh one takes whatever comes first.
  fresh.join(id, asker);
  return fresh;
}

/** @param retire called when it takes no more */
function openSocket({ address, port }: Resolver, retire: () => void): SharedSocket {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  /** By the id of his question; undefined as soon as that is over. */
  const askers = new Map<number, Asker | undefined>();
  let underWay = 0;
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
    for (const asker of askers.values()) asker?.fail();
    close();
  }
  function send(message: Buffer): void {
    if (!isOpen) return;
    if (waiting === undefined) socket.send(message, (error) => error && fail());
    else waiting.push(message);
  }

  socket.on('message', (message) => {
    if (message.length >= ID_LENGTH) askers.get(message.readUInt16BE(0))?.hear(message);
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
      if (askers.size === MOST_QUESTIONS || askers.has(id)) return false;
      askers.set(id, asker);
      underWay += 1;
      return true;
    },
    send,
    leave(id) {
      askers.set(id, undefined);
      underWay -= 1;
      if (underWay === 0) close();
    },
  };
}
