export const isNew = void 0 !== undefined;
