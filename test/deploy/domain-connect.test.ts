import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { SERVICES } from '../../shared/providers/domain-connect.ts';

// What the standard's repository asks of a template, beside what its schema does:
// https://github.com/Domain-Connect/Templates, "Template Quality Guidelines".

const FOLDER = new URL('../../deploy/domain-connect/', import.meta.url);
const files = readdirSync(FOLDER);

interface Template {
  readonly [field: string]: unknown;
  readonly records: readonly { readonly [field: string]: unknown }[];
}

test('there is a template for each service of which the functions speak', () => {
  expect(files.sort()).toEqual(SERVICES.map((service) => `network.example.${service}.json`).sort());
});

test.each(files)('%s is a template as the standard wants it', (file) => {
  const template = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Template;
  const { providerId, serviceId, records } = template;
  expect(file).toBe(`${providerId}.${serviceId}.json`);
  for (const field of ['providerName', 'serviceName', 'description', 'variableDescription']) {
    expect(template[field]).toEqual(expect.stringMatching(/\S/));
  }
  // It is not signed: then the provider has to warn, and the two never stand together.
  expect([template['warnPhishing'], template['syncPubKeyDomain']]).toEqual([true, undefined]);
  expect(template['syncBlock']).toBeUndefined();
  const isAlias = records.some(({ type }) => type === 'CNAME');
  expect(template['hostRequired']).toBe(isAlias ? true : undefined);
  for (const record of records) {
    expect(record).toEqual({
      type: expect.stringMatching(/^(A|AAAA|CNAME)$/),
      host: '@',
      pointsTo: expect.stringMatching(/^%\w+%$/),
      ttl: expect.any(Number),
      ...(!isAlias && { groupId: expect.any(String) }),
    });
  }
});
