import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Use } from './use.ts';

interface PatternUse {
  readonly use: 'destructure' | 'computed' | 'enumerate';
  readonly keys: readonly string[];
}

/** What a destructuring pattern does with an object: a rest element lists its keys, a computed key may be any. */
export function useByPattern(pattern: t.ObjectPattern): PatternUse {
  const keys: string[] = [];
  let use: PatternUse['use'] = 'destructure';
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      use = 'enumerate';
    } else {
      const key = staticKey(property);
      if (key !== null) keys.push(key);
      else if (use === 'destructure') use = 'computed';
    }
  }
  return { use, keys };
}

/** The same as a use at a node. */
export function patternUse(pattern: t.ObjectPattern, node: t.Node): Use {
  const { use, keys } = useByPattern(pattern);
  return { node, kind: use, keys };
}
