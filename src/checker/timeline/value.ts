import type * as t from '@babel/types';

/** What is known of a value while the file loads: where it came from, so that a write or call can be judged. */
export type Value =
  /** A primitive, or an object made by this file that nobody else has; `holds` is what its elements may be. */
  | { readonly kind: 'own'; readonly holds?: Value }
  /** A function or class of the file. */
  | { readonly kind: 'function'; readonly node: t.Function | t.Class }
  /** A member of a required value; with `result`, something that came out of calling one. */
  | {
      readonly kind: 'required';
      readonly require: number;
      readonly path: readonly string[];
      readonly result: boolean;
    }
  /** A global or a member of one: `process.env`. Also `require` and `module`, which belong to the loader. */
  | { readonly kind: 'global'; readonly name: string }
  /** What a caller hands over: an argument, or `this` where the index is -1; or a member of it. */
  | {
      readonly kind: 'parameter';
      readonly owner: t.Node;
      readonly index: number;
      readonly path: readonly string[];
    }
  | { readonly kind: 'either'; readonly options: readonly Value[] }
  | { readonly kind: 'unknown' };

export const own: Value = { kind: 'own' };
export const unknown: Value = { kind: 'unknown' };
export const THIS = -1;

/** More foreign possibilities than these are as good as none known. */
const MOST_FOREIGN = 6;
/** More functions than these are not worth following. */
const MOST = 8;

export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'either' ? value.options : [value];
}

/** What may be any of these. */
export function either(values: readonly Value[]): Value {
  const [only] = values;
  if (only !== undefined && values.every((value) => value === only)) return only;
  const options: Value[] = [];
  for (const value of values) {
    if (value.kind !== 'either') {
      if (value.kind === 'unknown') return unknown;
      addOption(options, value);
    } else for (const option of value.options) addOption(options, option);
    if (areTooMany(options)) return unknown;
  }
  return options.length > 1 ? { kind: 'either', options } : (options[0] ?? own);
}

function addOption(options: Value[], option: Value): void {
  if (options.includes(option)) return;
  const index = options.findIndex((known) => isSame(known, option));
  if (index < 0) options.push(option);
  else options[index] = mergeOwn(options[index]!, option);
}

function areTooMany(options: readonly Value[]): boolean {
  if (options.length > MOST) return true;
  if (options.length <= MOST_FOREIGN) return false;
  return options.filter(({ kind }) => kind !== 'own' && kind !== 'function').length > MOST_FOREIGN;
}

/** What may be one of two lists holds what either does. */
function mergeOwn(known: Value, added: Value): Value {
  if (known.kind !== 'own' || added.kind !== 'own') return added;
  if (known.holds === undefined) return added;
  return { kind: 'own', holds: either([known.holds, added.holds ?? own]) };
}

/** Objects of the file's own are told apart by what they hold only, which counts for all of them. */
function isSame(one: Value, other: Value): boolean {
  switch (one.kind) {
    case 'function':
      return other.kind === 'function' && one.node === other.node;
    case 'required':
      return (
        other.kind === 'required' &&
        one.require === other.require &&
        one.result === other.result &&
        isSamePath(one.path, other.path)
      );
    case 'global':
      return other.kind === 'global' && one.name === other.name;
    case 'parameter':
      return (
        other.kind === 'parameter' &&
        one.owner === other.owner &&
        one.index === other.index &&
        isSamePath(one.path, other.path)
      );
    default:
      return one.kind === other.kind;
  }
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((key, index) => key === other[index]));
}

/** Whether two values stand for the same, whatever order their options have. */
export function sameValue(one: Value, other: Value): boolean {
  if (one === other) return true;
  const [left, right] = [optionsOf(one), optionsOf(other)];
  return left.length === right.length && left.every((option) => right.some((each) => isEqual(option, each)));
}

function isEqual(one: Value, other: Value): boolean {
  if (one.kind !== 'own' || other.kind !== 'own') return isSame(one, other);
  if (one.holds === undefined || other.holds === undefined) return one.holds === other.holds;
  return sameValue(one.holds, other.holds);
}

/** A text that is the same for values that `isSame` takes for the same. */
export function keyOf(value: Value): string {
  if (value.kind === 'own') return 'own';
  if (value.kind === 'function') return `function ${value.node.start}`;
  if (value.kind === 'parameter')
    return `parameter ${value.owner.start} ${value.index} ${value.path.join('\n')}`;
  if (value.kind === 'required')
    return `${value.result ? 'result' : 'required'} ${value.require} ${value.path.join('\n')}`;
  return value.kind === 'global' ? `global ${value.name}` : value.kind;
}

/** Something that others have, too, or may have. */
export function isForeign(value: Value): boolean {
  return optionsOf(value).some((option) =>
    option.kind === 'own'
      ? option.holds !== undefined && isForeign(option.holds)
      : option.kind !== 'function',
  );
}
