import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import type { StrictRow } from './row.ts';

/** `new.target` at top level -> `undefined`: Node calls the function around a CommonJS file without `new`. */
export const newTarget: StrictRow = {
  rule: 'new.target outside of functions is a syntax error in a module',
  clause: '§13.3.1.1, §16.2.1.1',
  inStrictCode: true,
  check(scan, report) {
    for (const node of nodesOf(scan, 'MetaProperty')) {
      if (node.meta.name !== 'new' || ownerOfThis(node).type !== 'Program') continue;
      report.mend('strict-new-target', rangeOf(node), 'void 0');
    }
  },
};
