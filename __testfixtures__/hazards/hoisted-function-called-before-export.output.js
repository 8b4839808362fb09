export const early = peek();

export var value = 'set';

function peek() {
  return value;
}
