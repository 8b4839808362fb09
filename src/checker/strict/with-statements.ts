import { nodesOf } from '../nodes.ts';
import type { StrictRow } from './row.ts';

/** `with (object) {}` */
export const withStatements: StrictRow = {
  rule: 'with is a syntax error',
  clause: 'Annex C; §14.11.1',
  check(scan, report) {
    for (const statement of nodesOf(scan, 'WithStatement')) report.refuse('strict-with', statement);
  },
};
