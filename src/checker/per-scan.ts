import type { ScanContext } from './context.ts';

/**
 * Something that several parts of a scan work from and that costs a look at the whole file: made once for each scan.
 * The context itself keeps it: a `WeakMap` of contexts would hold every syntax tree until the next full collection.
 */
export function perScan<Value>(make: (context: ScanContext) => Value): (context: ScanContext) => Value {
  return (context) => {
    const known = context.shared.get(make) as Value | undefined;
    if (known !== undefined) return known;
    const value = make(context);
    context.shared.set(make, value);
    return value;
  };
}
