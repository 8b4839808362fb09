import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Use } from './flow.ts';

/** The use of an object by a destructuring pattern: a rest element lists its keys, a computed key may be any. */
export function patternUse(pattern: t.ObjectPattern, node: t.Node): Use {
  const keys: string[] = [];
  let kind: Use['kind'] = 'destructure';
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      kind = 'enumerate';
    } else {
      const key = staticKey(property);
      if (key !== null) keys.push(key);
      else if (kind === 'destructure') kind = 'computed';
    }
  }
  return { node, kind, keys };
}
