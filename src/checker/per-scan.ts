import type { ScanContext } from './context.ts';

/** Something that several parts of a scan work from and that costs a look at the whole file: made once for each scan. */
export function perScan<Value>(make: (context: ScanContext) => Value): (context: ScanContext) => Value {
  const made = new WeakMap<ScanContext, Value>();
  return (context) => {
    let value = made.get(context);
    if (value === undefined) {
      value = make(context);
      made.set(context, value);
    }
    return value;
  };
}
