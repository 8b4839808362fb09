import { nodesOf } from '../nodes.ts';
import { isSloppyAt, type StrictRow } from './row.ts';

/** `for (var i = 0 in object) {}` */
export const forInInitialisers: StrictRow = {
  rule: 'The variable of a for-in loop cannot have an initialiser',
  clause: '§14.7.5.1; Annex B.3.5',
  check(scan, report) {
    for (const { left } of nodesOf(scan, 'ForInStatement')) {
      if (left.type !== 'VariableDeclaration' || !isSloppyAt(scan, left)) continue;
      const [declarator] = left.declarations;
      if (declarator?.init) report.refuse('strict-for-in-initialiser', declarator);
    }
  },
};
