import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';

import { rangeOf } from '../nodes.ts';
import { scopesOf } from './free-names.ts';
import type { StrictReport, StrictRow } from './row.ts';

/** `function (_, _, value) {}` -> `function (_1, _, value) {}`: the last one of a name is the one that counts. */
export const duplicateParameters: StrictRow = {
  rule: 'Two parameters cannot have the same name',
  clause: 'Annex C; §15.2.1',
  check(scan, report) {
    for (const scope of scopesOf(scan)) {
      if (scope.strict || scope.kind !== 'function') continue;
      for (const binding of scope.bindings.values()) renameEarlier(report, binding);
    }
  },
};

function renameEarlier(report: StrictReport, { name, scope, declarations }: Binding): void {
  const owner = scope.node;
  if (declarations.length < 2 || !isFunction(owner)) return;
  const parameters = declarations.filter((node) => owner.params.some((parameter) => parameter === node));
  for (const node of parameters.slice(0, -1)) {
    report.mend('strict-duplicate-parameter', rangeOf(node), report.fresh(name));
  }
}
