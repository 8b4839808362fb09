export let c;

export let a = 7;
export let f = function () { return a; };
export const g = f;
var own = own;
export let b = own;
let held = {};
let held_1 = held;
export { held_1 as held };
held.x = held.y = c = [1];
console.log(a, f(), b, held_1 === held, c === held.x);
