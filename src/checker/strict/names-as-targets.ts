import { scopesOf } from './free-names.ts';
import { isSloppyAt, type StrictRow } from './row.ts';

/** `function f(arguments) {}`, `var eval`, `catch (arguments) {}`, `arguments = []`, `eval++` */
export const namesAsTargets: StrictRow = {
  rule: 'eval and arguments can be neither declared nor assigned to',
  clause: 'Annex C; §13.1.1, §8.6.4',
  check(scan, report) {
    for (const scope of scopesOf(scan)) {
      for (const name of ['arguments', 'eval']) {
        const binding = scope.bindings.get(name);
        for (const node of binding?.declarations ?? [])
          report.refuse('strict-name-as-target', node, { name });
      }
    }
    for (const { name, node, access } of scan.scopes.references) {
      if (access === 'read' || (name !== 'arguments' && name !== 'eval')) continue;
      if (isSloppyAt(scan, node)) report.refuse('strict-name-as-target', node, { name });
    }
  },
};
