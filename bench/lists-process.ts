import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { listen } from '../local/listener.ts';

// Closte and WordPress in a process of their own, each with a list of so many domains. Tells where they are.

const domains = Number(process.argv[2]);
const STAGES = ['done', 'done', 'done', 'done', 'checking-dns', 'failed', null];
const PIECE = 10_000;

/** In the order of its number, so that WordPress's pages are in the order of the names. */
const nameOf = (number: number) =>
  `shop-${String(number).padStart(7, '0')}.customer-${number % 977}.example.com`;

/** As WordPress answers them. One in a hundred was removed. */
function rowOf(number: number): object {
  return {
    domain: nameOf(number),
    site_id: number + 1,
    network_domain: 'network.example',
    wanted: number % 100 === 7 ? 'removed' : 'mapped',
    stage: STAGES[number % STAGES.length],
    updated_at: '2026-01-01T00:00:00Z',
  };
}

/** Closte's list is in no order, and lacks one in a hundred. */
function* listInPieces(): Generator<string> {
  yield '{"success":true,"domains":[';
  for (let from = 0; from < domains; from += PIECE) {
    const numbers = Array.from({ length: Math.min(PIECE, domains - from) }, (_, index) => from + index);
    const shuffled = numbers.map((number) => (number * 611_953) % domains);
    const names = shuffled.filter((number) => number % 100 !== 3).map(nameOf);
    yield `${from === 0 ? '' : ','}${JSON.stringify(names).slice(1, -1)}`;
  }
  yield ']}';
}

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    for (const piece of listInPieces()) {
      if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
    return;
  }
  const { after, limit } = (await json(request)) as { after: string; limit: number };
  const first = after === '' ? 0 : Number(/\d+/.exec(after)?.[0]) + 1;
  const last = Math.min(first + limit, domains);
  const rows = Array.from({ length: last - first }, (_, index) => rowOf(first + index));
  response.end(JSON.stringify({ domains: rows, next: last < domains ? nameOf(last - 1) : null }));
});
const { host, port } = await listen(server, '127.0.0.1', 0);
process.send?.(`http://${host}:${port}`);
process.on('disconnect', () => process.exit());
