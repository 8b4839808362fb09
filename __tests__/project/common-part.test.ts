import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { linkedPart, ownPart } from '../../src/project/link/link-facts.ts';
import { completed, differences } from '../../src/project/scanning/common-part.ts';
import { Packed, pack } from '../../src/project/scanning/packed.ts';
import { scanOrFinding } from '../../src/project/scanning/scanned.ts';
import { Sharing } from '../../src/project/scanning/sharing.ts';

const folder = join(import.meta.dirname, '../../__testfixtures__');

const facts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.input.js'))
  .map((path) => scanOrFinding(readFileSync(join(folder, path), 'utf8'), path))
  .filter((found) => 'system' in found);

test('Facts are the same after they have travelled, and were put together again', () => {
  const empty = scanOrFinding('', '');
  if (!('system' in empty)) throw new Error('an empty file has facts');
  const sharing = new Sharing();
  const text = JSON.stringify(linkedPart(empty));
  for (const each of facts) {
    const linked = linkedPart(each);
    const sent = JSON.stringify(differences(linked, linkedPart(empty)));
    const arrived = completed(sharing.shared(JSON.parse(sent)) as object, JSON.parse(text));
    const own = new Packed<object>(pack(ownPart(each))).read();
    expect(arrived).toEqual(JSON.parse(JSON.stringify(linked)));
    expect({ ...arrived, ...own }).toEqual(JSON.parse(JSON.stringify(each)));
  }
});

test('A field is told where it differs, by kind as well', () => {
  const usual = { list: [], map: {}, none: null, deep: { list: [], text: '' } };
  const others = [
    usual,
    { list: {}, map: [], none: 0, deep: { list: {}, text: '' } },
    { list: [1], map: { list: [] }, none: {}, deep: { list: [], text: 'x' } },
    { list: null, map: null, none: [], deep: null },
  ];
  for (const other of others) expect(completed(differences(other, usual), usual)).toEqual(other);
  expect(differences({ ...usual, list: [] }, usual)).toEqual({});
});
