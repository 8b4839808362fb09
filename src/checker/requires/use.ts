import type * as t from '@babel/types';
import type { ValueUse } from '../facts.ts';

/** What is done with a value, before it is told when. */
export interface Use {
  readonly node: t.Node;
  readonly kind: ValueUse['kind'];
  readonly keys?: readonly string[];
  readonly writes?: boolean;
}

/** Where a value goes from an expression. */
export interface Flow {
  readonly uses: readonly Use[];
  /** The expression around it that has the same value, or may have it. */
  readonly onward?: t.Node;
  /** The identifier that declares or names the variable that gets it. */
  readonly into?: t.Identifier;
}
