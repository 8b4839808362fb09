import type * as t from '@babel/types';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { ClosedParameter } from '../../facts.ts';
import { namesOf } from '../function-names.ts';
import { callsOf } from '../own-functions.ts';
import { placeOfParameter } from '../this/parameter-places.ts';
import { isLocked, isReadOnly, keysDefinedBy } from './defined-keys.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/** Parameters that functions of the file freeze, seal or define keys of, by the names that these functions go by. */
export function closedParameters(scan: ScanContext): readonly ClosedParameter[] {
  return callsOfObject(scan).flatMap((call) => {
    const [object] = call.arguments;
    const binding = object?.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
    const place = binding?.kind === 'parameter' ? placeOfParameter(binding) : null;
    const closing = place === null ? [] : closedBy(scan, call);
    if (place === null || closing.length === 0) return [];
    const { names, isExports } = namesOf(scan, place.owner);
    const deep = callsItself(scan, place.owner);
    return [...names, ...(isExports ? [null] : [])].flatMap((key) =>
      closing.map((closed) => ({ key, index: place.index, deep, ...closed })),
    );
  });
}

type Closed = Pick<ClosedParameter, 'closes' | 'rejects'>;

function closedBy(scan: ScanContext, call: t.CallExpression): readonly Closed[] {
  switch (methodOfObject(scan, call)) {
    case 'freeze':
    case 'seal':
      return [{ closes: ANY_KEY, rejects: ['strict-read-only', 'strict-delete'] }];
    case 'preventExtensions':
      return [{ closes: ANY_KEY, rejects: ['strict-read-only'] }];
    default:
      return [
        ...keysDefinedBy(scan, call, isReadOnly).map(rejecting('strict-read-only')),
        ...keysDefinedBy(scan, call, isLocked).map(rejecting('strict-delete')),
      ];
  }
}

function rejecting(code: Closed['rejects'][number]): (closes: string) => Closed {
  return (closes) => ({ closes, rejects: [code] });
}

/** Thus what it gets is closed with all that is in it. */
function callsItself(scan: ScanContext, owner: t.Function): boolean {
  return callsOf(scan, owner).some(({ start }) => owner.start! < start! && start! < owner.end!);
}
