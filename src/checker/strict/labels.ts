import { nodesOf } from '../nodes.ts';
import { isSloppyAt, type StrictRow } from './row.ts';

/** `label: function f() {}` -> `function f() {}`: no jump can name the label of a function. */
export const labelledFunctions: StrictRow = {
  rule: 'A function declaration cannot carry a label',
  clause: '§14.13.1; Annex B.3.1',
  check(scan, report) {
    for (const statement of nodesOf(scan, 'LabeledStatement')) {
      if (statement.body.type !== 'FunctionDeclaration' || !isSloppyAt(scan, statement)) continue;
      const { label, body } = statement;
      const between = scan.source.slice(label.end!, body.start!);
      if (/^\s*:\s*$/.test(between)) report.mend('strict-labelled-function', [label.start!, body.start!], '');
      else report.refuse('strict-label', label, { name: label.name });
    }
  },
};
