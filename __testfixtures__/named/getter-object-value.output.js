export const config = {
  get level() {
    return level;
  },
};
export var level = 5;
