// `var` is hoisted: the export is `undefined`, and stays so.
export const early = late;
export var late = 'assigned afterwards';
