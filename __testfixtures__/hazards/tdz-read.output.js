run();

export function run() {
  return limit;
}
export var limit = new Date(0);
