/** What an option may be: throws a TypeError that names it, what it takes and what was given. */
export type Rule = (value: unknown, name: string) => void;

/** The rules of all options that a function takes. */
export type Rules<Options> = { readonly [Name in keyof Required<Options>]: Rule };

export const string = rule('a string', (value) => typeof value === 'string');
export const flag = rule('true or false', (value) => typeof value === 'boolean');
export const callback = rule('a function', (value) => typeof value === 'function');
export const map = rule('a Map', (value) => kindOf(value) === 'Map');
export const wholeNumber = rule(
  'a whole number from 1 up',
  (value) => Number.isInteger(value) && Number(value) >= 1,
);
export const positive = rule('a number above 0', (value) => typeof value === 'number' && value > 0);
/** By what is used of it, as Node tells one. */
export const abortSignal = rule(
  'an AbortSignal',
  (value) => typeof value === 'object' && value !== null && 'aborted' in value,
);

const array = rule('an array', Array.isArray);
/** A module's namespace is one as well; the entries of a `Map` are no properties. */
const object = rule('an object', (value) => ['Object', 'Module'].includes(kindOf(value)));

export function oneOf(words: readonly string[]): Rule {
  const takes = `one of ${words.map((word) => `'${word}'`).join(', ')}`;
  return rule(takes, (value) => words.some((word) => word === value));
}

export function arrayOf(each: Rule): Rule {
  return (value, name) => {
    array(value, name);
    for (const [index, item] of (value as readonly unknown[]).entries()) each(item, `${name}[${index}]`);
  };
}

/** An object that has something of one kind under each key. */
export function recordOf(each: Rule): Rule {
  return (value, name) => {
    object(value, name);
    for (const [key, item] of Object.entries(value as object)) each(item, `${name}[${JSON.stringify(key)}]`);
  };
}

/** An object with these fields; what else it has does not count. */
export function fields(rules: Readonly<Record<string, Rule>>): Rule {
  return (value, name) => {
    object(value, name);
    for (const key in rules) rules[key]!((value as Record<string, unknown>)[key], `${name}.${key}`);
  };
}

/** May be left out. */
export function optional(when: Rule): Rule {
  return (value, name) => {
    if (value !== undefined) when(value, name);
  };
}

/**
 * Checks the options of a function. Names that it does not know do not count, so that one object can serve several.
 *
 * @throws TypeError for one that is missing or is not what it may be
 */
export function checkOptions<Options>(rules: Rules<Options>, given: unknown): void {
  object(given, 'options');
  for (const name in rules) rules[name]((given as Record<string, unknown>)[name], name);
}

function rule(takes: string, fits: (value: unknown) => boolean): Rule {
  return (value, name) => {
    if (!fits(value)) throw new TypeError(`${name} must be ${takes}, not ${shown(value)}`);
  };
}

/** In one line. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1)}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const kind = kindOf(value);
  return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** `Object`, `Array`, `Map`, `Uint8Array`: the same for values of other realms. */
function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
