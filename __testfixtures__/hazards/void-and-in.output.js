export const has = 'a' in { a: 1 };
export const nothing = void has;
