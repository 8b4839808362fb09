import type * as t from '@babel/types';
import type { MainTest, RuntimeUse } from '../facts.ts';

/** A use of a feature, still with its node. */
export interface FeatureUse {
  readonly feature: RuntimeUse['feature'];
  readonly node: t.Node;
  /** The key that was asked for, where the feature is a member. */
  readonly key?: string | null;
  readonly mainTest?: MainTest | null;
  readonly written?: boolean;
  readonly shorthand?: boolean;
}
