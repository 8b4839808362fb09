import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { RequiredPlace } from '../../facts.ts';
import type { Values } from '../../timeline/values.ts';
import { literalOf } from '../own-functions.ts';
import { requiredAmong } from '../required-members.ts';
import { givenByName, givenInPlace, namesInCalls } from './handed-values.ts';
import { type ParameterPlace, placeOfParameter } from './parameter-places.ts';
import { type Given, givenPrimitives } from './primitive-receivers.ts';

/** Required functions that primitive values are the `this` of; those of an object that has them go by any key. */
export function requiredGivenPrimitives(scan: ScanContext, values: Values): readonly RequiredPlace[] {
  const parts = new Parts(scan);
  for (const given of givenPrimitives(scan)) parts.add(given);
  return parts.found.flatMap(({ value, isTable }) => {
    const places = requiredAmong([value], values);
    if (!isTable) return places;
    return [...places, ...places.map((place) => ({ ...place, path: [...place.path, ANY_KEY] }))];
  });
}

type Part = Pick<Given, 'value' | 'isTable'>;

/**
 * `lib` of `lib[key]`, what is in literals: `{ value: fn }`, `{ key: { get: fn } }`, and what callers of a function of the file
 * give it for a parameter.
 */
class Parts {
  readonly found: Part[] = [];
  readonly #scan: ScanContext;
  /** What was come by; with true as a table, too, which leads to all that it leads to otherwise. */
  readonly #seen = new Map<t.Node, boolean>();
  readonly #asked = new Set<string>();

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  add(part: Part): void {
    const { value, isTable } = part;
    const known = this.#seen.get(value);
    if (known === true || known === isTable) return;
    this.#seen.set(value, isTable);
    if (value.type === 'MemberExpression' && staticKey(value) === null)
      this.add({ value: value.object, isTable: true });
    else if (value.type === 'ObjectExpression') this.#addValues(value);
    else this.found.push(part);
    for (const held of this.#heldBy(part)) this.add({ value: held, isTable });
  }

  #addValues({ properties }: t.ObjectExpression): void {
    for (const property of properties) {
      if (property.type === 'SpreadElement') this.add({ value: property.argument, isTable: true });
      else if (property.type === 'ObjectProperty') this.add({ value: property.value, isTable: false });
    }
  }

  /** `table` with `const table = { key: fn }`, `callback` with `function run(callback) {}` and `run(fn)` */
  #heldBy({ value, isTable }: Part): readonly t.Node[] {
    const binding = value.type === 'Identifier' ? this.#scan.scopes.referenceOf(value)?.binding : null;
    if (!binding) return [];
    const place = binding.kind === 'parameter' ? placeOfParameter(binding) : null;
    if (place !== null) return this.#givenFor(place, isTable);
    const literal = isTable ? literalOf(this.#scan, value) : null;
    return literal === null ? [] : [literal];
  }

  #givenFor({ owner, index }: ParameterPlace, isTable: boolean): readonly t.Node[] {
    const position = { index, isRest: false };
    const names = [...namesInCalls(this.#scan, owner)];
    const added = names.filter((name) => this.#isNew(`${index} ${isTable} ${name}`));
    return [...givenInPlace(owner, position), ...givenByName(this.#scan, new Set(added), position)];
  }

  #isNew(question: string): boolean {
    if (this.#asked.has(question)) return false;
    this.#asked.add(question);
    return true;
  }
}
