/** `'use strict'` goes: a module is strict by itself (ECMA-262 §11.2.2). Comments beside it stay. */
import type { Rewriting } from './rewriting.ts';

export function dropUseStrict({ facts, edits }: Rewriting): void {
  for (const directive of facts.layout.useStrict) edits.removeStatement(directive, 'use-strict');
}
