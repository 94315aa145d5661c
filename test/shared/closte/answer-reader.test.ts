import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnswerReader } from '../../../shared/closte/answer-reader.ts';

/** What comes of a text that arrives in these pieces. */
function read(...pieces: readonly string[]) {
  let elements: unknown[] = [];
  const reader = new AnswerReader(
    () => {
      elements = [];
    },
    (element) => elements.push(element),
  );
  for (const piece of pieces) reader.take(piece);
  const body = reader.end();
  return body.kind === 'object' ? { ...body.fields, ...(body.hasList && { domains: elements }) } : body;
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : 'no-object';
  } catch {
    return 'no-object';
  }
}

const asJson = (text: string) => {
  const result = read(...text);
  return 'kind' in result && result.kind === 'no-object' ? 'no-object' : result;
};

describe('what arrives is read as JSON.parse reads it, whatever the pieces', () => {
  test.each([
    '{"success":true,"domains":["a.example","b.example"]}',
    ' { "success" : true , "domains" : [ "a" , { "domain" : "b" , "x": [1, {"y": "]}"}] } , null, 1.5e3, true ] } ',
    '{"domains":[],"success":"true"}',
    '{"domains":["a"],"domains":["b","c"]}',
    '{"domains":["a"],"domains":7}',
    '{"domains":7,"domains":["a"]}',
    '{"domains":{"domains":["a"]}}',
    '{"other":{"domains":["a"]}}',
    '{"a\\"}":"\\\\","domains":["\\"]","\\\\","\\u00fc"]}',
    '{"error":"ü💶 \\ud83d\\ude00"}',
    '{}',
    '{"n":-0.5,"t":false,"z":null}',
  ])('%s', (text) => {
    expect(asJson(text)).toEqual(parsed(text));
    expect(read(text)).toEqual(parsed(text));
  });

  test.each([
    '',
    ' ',
    '[]',
    '"domains"',
    'null',
    '<html>',
    '{',
    '{"domains":["a"]',
    '{"domains":["a",]}',
    '{"domains":["a" "b"]}',
    '{"domains":[,"a"]}',
    '{"domains":["a"}',
    '{"domains":["a"],}',
    '{"success":true "domains":[]}',
    '{"success" true}',
    '{success:true}',
    '{"success":tru}',
    '{"success":}',
    '{"success":true}}',
    '{"success":true} x',
    '{"success":true}{"domains":[]}',
    '{"domains":["\u0007"]}',
    '{"x":[1}}',
  ])('%j is no object', (text) => {
    expect(parsed(text)).toBe('no-object');
    expect(asJson(text)).toBe('no-object');
    expect(read(text)).toMatchObject({ kind: 'no-object', isEmpty: text.trim() === '' });
  });

  test('any JSON object in any pieces', () => {
    const answer = fc.record(
      { success: fc.boolean(), domains: fc.array(fc.jsonValue()), error: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 6 });
    fc.assert(
      fc.property(answer, cuts, fc.constantFrom(0, 2), (json, places, indent) => {
        const text = JSON.stringify(json, null, indent);
        const ends = [...places.filter((place) => place < text.length), text.length].sort((a, b) => a - b);
        const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
        expect(read(...pieces)).toEqual(JSON.parse(text));
      }),
    );
  });
});

test('where nothing more can be made of it, no more is wanted', () => {
  const reader = new AnswerReader(
    () => {},
    () => {},
  );
  expect([reader.take('{"success"'), reader.take(': true'), reader.take('] <html>')]).toEqual([
    true,
    true,
    false,
  ]);
});
