export let id = 0;
export const next = () => () => () => ++id;
export const third = next()()();
