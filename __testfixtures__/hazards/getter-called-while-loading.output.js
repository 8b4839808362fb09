const lazy = {
  get value() {
    return later;
  },
};
export const first = lazy.value;
export var later = 'now';
export const second = lazy.value;
