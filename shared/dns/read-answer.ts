import type { Answer, DecodedPacket } from 'dns-packet';
import { isBlockPage } from './block-pages.ts';
import { isFiltered } from './message.ts';
import type { QueryAnswer, Referral, ResourceRecord, Wish } from './question.ts';

/** RFC 2181, 8: a TTL with the highest bit set counts as zero. */
const LONGEST_TTL = 0x7fffffff;

/**
 * What a message says whose code is NOERROR or NXDOMAIN.
 *
 * A resolver that filters gives itself away: by an extended error (RFC 8914), by the address of its own page in place
 * of the true one, or by an NXDOMAIN for which no zone vouches with its SOA (RFC 2308, 2.1). A name server of the
 * zone may leave the SOA out; it is its own zone that it speaks of.
 */
export function readAnswer(packet: DecodedPacket, wish: Wish): QueryAnswer {
  const nameExists = (packet as DecodedPacket & { rcode: string }).rcode === 'NOERROR';
  const answers = packet.answers ?? [];
  const authorities = packet.authorities ?? [];
  const soa = authorities.find((record) => record.type === 'SOA');
  const isUnvouched = !nameExists && soa === undefined && wish !== 'tell';
  const records = answers.flatMap(recordsOf);
  if (isFiltered(packet) || isUnvouched || (wish !== 'tell' && records.some(leadsToBlockPage))) {
    return { kind: 'failed', failure: 'filtered' };
  }
  const isEmpty = nameExists && answers.length === 0 && soa === undefined;
  const servers = authorities.filter((record) => record.type === 'NS');
  // A referral (RFC 2308, 2.2): the server points to others, since it knows nothing of the name itself.
  if (isEmpty && !packet.flag_aa && servers.length > 0) {
    return { kind: 'failed', failure: 'refused', referral: referralOf(packet) };
  }
  return {
    kind: 'answer',
    nameExists,
    records,
    negativeTtl: soa && Math.min(seconds(soa.ttl), seconds(soa.data.minimum)),
  };
}

function referralOf({ authorities = [], additionals = [] }: DecodedPacket): Referral {
  const [first] = authorities.filter((record) => record.type === 'NS');
  const zone = first?.name.toLowerCase() ?? '';
  const names = authorities.flatMap((record) =>
    record.type === 'NS' && record.name.toLowerCase() === zone ? [record.data.toLowerCase()] : [],
  );
  const glue = additionals.flatMap(recordsOf);
  const servers = [...new Set(names)].sort().map((name) => ({
    name,
    addresses: glue.flatMap((record) =>
      record.name === name && (record.type === 'A' || record.type === 'AAAA') ? [record.data] : [],
    ),
  }));
  return { zone, servers };
}

function leadsToBlockPage(record: ResourceRecord): boolean {
  return (record.type === 'A' || record.type === 'AAAA') && isBlockPage(record.data);
}

/** The record, if it is of a type that anybody asks for. */
function recordsOf(answer: Answer): ResourceRecord[] {
  const name = answer.name.toLowerCase();
  switch (answer.type) {
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'NS':
      return [{ name, type: answer.type, ttl: seconds(answer.ttl), data: answer.data.toLowerCase() }];
    case 'CAA': {
      const { flags = 0, tag, value } = answer.data;
      const data = { flags, tag: tag.toLowerCase(), value };
      return [{ name, type: answer.type, ttl: seconds(answer.ttl), data }];
    }
    case 'TXT':
      return [{ name, type: answer.type, ttl: seconds(answer.ttl), data: [answer.data].flat().join('') }];
    case 'MX':
      return [
        { name, type: answer.type, ttl: seconds(answer.ttl), data: answer.data.exchange.toLowerCase() },
      ];
    case 'DS': {
      // RFC 4034, 5.3.
      const { keyTag, algorithm, digestType, digest } = answer.data;
      const data = `${keyTag} ${algorithm} ${digestType} ${digest.toString('hex').toUpperCase()}`;
      return [{ name, type: answer.type, ttl: seconds(answer.ttl), data }];
    }
    default:
      return [];
  }
}

function seconds(ttl = 0): number {
  return ttl > LONGEST_TTL ? 0 : ttl;
}
