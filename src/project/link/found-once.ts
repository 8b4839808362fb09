/** What is found from a module, or from all of them, and asked for again and again: neither ever changes. */
export function foundOnce<From extends object, Found>(find: (from: From) => Found): (from: From) => Found {
  const known = new WeakMap<From, { readonly found: Found }>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before.found;
    const found = find(from);
    known.set(from, { found });
    return found;
  };
}
