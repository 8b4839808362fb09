/** Methods of `Object` after which an object gets no more keys (ECMA-262 §20.1.2, SetIntegrityLevel and [[PreventExtensions]]). */
export const closing: ReadonlySet<string | null> = new Set(['freeze', 'preventExtensions', 'seal']);
