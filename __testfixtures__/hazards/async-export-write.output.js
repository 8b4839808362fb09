export let state = 'loading';
export const ready = Promise.resolve().then(() => {
  state = 'ready';
  return state;
});
