import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { callsByName, lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { perScan } from '../../per-scan.ts';
import { wrapperOf } from './primitives.ts';
import { extensions, isWrapper } from './wrapper-prototypes.ts';

/** Where functions are called with a receiver that is named: `fn.call(receiver)`, `list.map(fn, receiver)`. */
export interface Handing {
  readonly fn: t.Node;
  readonly receiver: t.Node;
}

export const handings = perScan((scan): readonly Handing[] =>
  callsByName(scan)
    .ofAny(handingOver)
    .flatMap((call) => handingOf(scan, call) ?? []),
);

const withReceiver = wordsOf('apply bind call');
/** §23.1.3: methods of arrays whose second argument is the receiver of the first one. */
const withThisArgument = wordsOf(
  'every filter find findIndex findLast findLastIndex flatMap forEach map some',
);
const handingOver: ReadonlySet<string> = new Set([...withReceiver, ...withThisArgument, 'from']);

function handingOf(scan: ScanContext, { callee, arguments: list }: t.CallExpression): Handing | null {
  if (callee.type !== 'MemberExpression') return null;
  const key = staticKey(callee) ?? '';
  const path = pathOfGlobal(scan, callee);
  const [fn, receiver] =
    path === 'Reflect.apply'
      ? list
      : path === 'Array.from'
        ? list.slice(1)
        : withReceiver.has(key)
          ? [callee.object, list[0]]
          : withThisArgument.has(key)
            ? list
            : [];
  return fn && receiver ? { fn, receiver } : null;
}

/** An expression for a function, or for an object with functions, that primitive values are the `this` of. */
export interface Given {
  readonly value: t.Node;
  /** What sloppy code has around them. */
  readonly wrapper: string;
  /** It may be an object of functions. */
  readonly isTable: boolean;
}

/** `f.call('text')`, `String.prototype.key = f` */
export const givenPrimitives = perScan((scan): readonly Given[] => [
  ...handings(scan).flatMap(({ fn, receiver }) => {
    const wrapper = wrapperOf(scan, receiver);
    return wrapper === null ? [] : [{ value: fn, wrapper, isTable: false }];
  }),
  ...[...extensions(scan, (name) => isWrapper(scan, name))].map(({ constructorName, value, isTable }) => ({
    value,
    isTable,
    wrapper: nameOfWrapper(constructorName),
  })),
]);

function nameOfWrapper(constructorName: t.Node | null): string {
  const name = constructorName && lastName(constructorName);
  return name !== null && /^(?:BigInt|Boolean|Number|String|Symbol)$/.test(name) ? name : 'wrapper';
}
