/** New names: natural where that is free, `name_1`, `name_2` ... else; the same input always gives the same names. */

import type { Names, Range } from '../checker/facts.ts';
import { wordsOf } from '../lists.ts';

/** What no module can declare (ECMA-262 §12.7.2, strict mode), and what it should not. */
const reserved = wordsOf(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends',
  'false finally for function if implements import in instanceof interface let new null package private protected',
  'public return static super switch this throw true try typeof var void while with yield',
  // Declaring these is allowed, but every reader would be misled.
  'Infinity NaN undefined',
  // Meaningful to whoever knows CommonJS, and perhaps needed for what replaces it.
  '__dirname __filename exports module require',
);

const identifiers = /[$_\p{ID_Start}][$\p{ID_Continue}\p{Join_Control}]*/gu;
const identifierName = /^[$_\p{ID_Start}][$\p{ID_Continue}\p{Join_Control}]*$/u;

export const isIdentifierName = (text: string): boolean => identifierName.test(text);

/** Whether a module may declare the name and export it as it is. */
const isBindingName = (text: string): boolean => isIdentifierName(text) && !reserved.has(text);

export class Namer {
  private readonly names: Names;
  private readonly used: Set<string>;
  private readonly free: Set<string>;
  private readonly claimed = new Set<string>();
  /** For each base, from which number on names may be free. */
  private readonly next = new Map<string, number>();

  /** @param mends texts that will be put into the file, with names of their own */
  constructor(names: Names, mends: readonly string[]) {
    this.names = names;
    this.used = new Set([...names.used, ...mends.flatMap((text) => text.match(identifiers) ?? [])]);
    this.free = new Set(names.free);
  }

  /** A name that occurs nowhere in the file, so that nothing can capture it and it captures nothing. */
  fresh(wanted: string): string {
    const base = toIdentifier(wanted);
    let name = base;
    let count = this.next.get(base) ?? 1;
    for (; this.used.has(name) || reserved.has(name); count++) name = `${base}_${count}`;
    this.next.set(base, count);
    this.used.add(name);
    this.claimed.add(name);
    return name;
  }

  /**
   * The very name, if the top level can declare it: nothing else has it there, no global of that name is used, and
   * no inner scope has it where it will be mentioned.
   *
   * @param own an expression that gets its own name from the claim: its scope of that name does not count
   */
  claim(name: string, sites: readonly Range[], own: Range | null = null): boolean {
    if (!isBindingName(name) || this.isTaken(name) || this.free.has(name)) return false;
    if (this.claimed.has(name) || this.isCaptured(name, sites, own)) return false;
    this.claimed.add(name);
    this.used.add(name);
    return true;
  }

  /** `exports` for a variable of the module that those sites mention, or a name like it where that is another's. */
  ofExports(sites: readonly Range[]): string {
    if (this.isTaken('exports') || this.claimed.has('exports') || this.isCaptured('exports', sites))
      return this.fresh('exports');
    this.claimed.add('exports');
    return 'exports';
  }

  isTop(name: string): boolean {
    return Object.hasOwn(this.names.top, name);
  }

  /** Whether the top level declares it already, if only as a type. */
  private isTaken(name: string): boolean {
    return this.isTop(name) || this.names.types.includes(name);
  }

  isFree(name: string): boolean {
    return this.free.has(name);
  }

  /** Whether an inner scope binds the name where one of the sites stands. */
  isCaptured(name: string, sites: readonly Range[], own: Range | null = null): boolean {
    if (!Object.hasOwn(this.names.inner, name)) return false;
    const scopes = [...(this.names.inner[name] as readonly Range[])];
    const exempt = scopes.findIndex(([start, end]) => start === own?.[0] && end === own[1]);
    if (exempt !== -1) scopes.splice(exempt, 1);
    return sites.some(([start, end]) => scopes.some((scope) => scope[0] <= start && end <= scope[1]));
  }

  /** An expression that is undefined at a place, where the file may give that name to something else. */
  undefinedAt(site: Range): string {
    return this.isTop('undefined') || this.isCaptured('undefined', [site]) ? '(void 0)' : 'undefined';
  }
}

/** `./lib/foo-bar.js` -> `fooBar`, `@scope/x` -> `x`, `./views/index.js` -> `views`. */
export function nameOfSpecifier(specifier: string): string {
  const parts = specifier
    .replace(/^node:/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = withoutExtension(parts.at(-1) ?? '');
  const folder = last === 'index' ? parts.at(-2) : undefined;
  return toIdentifier(folder ?? last);
}

/** The natural name of what a file exports: its own name, or its folder's where it is an index. */
export function nameOfFile(path: string): string {
  const name = nameOfSpecifier(path);
  return name === 'index' || name === '_' ? 'exported' : name;
}

const withoutExtension = (name: string): string => name.replace(/(?<=.)\.(?:[cm]?[jt]sx?|json|node)$/, '');

/** camelCase of whatever words there are; `_` in front where it would not start an identifier. */
function toIdentifier(text: string): string {
  if (isIdentifierName(text)) return text;
  const words = text.split(/[^$\p{ID_Continue}]+/u).filter((word) => word !== '');
  const [first = '_', ...rest] = words;
  const name = first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return isIdentifierName(name) ? name : `_${name}`;
}
