function w() {}
export function f() { return this && this !== global && this instanceof w ? 1 : 2; }
export function g(cooked, raw) { if (Object.defineProperty) { Object.defineProperty(cooked, "raw", { value: raw }); } else { cooked.raw = raw; } return cooked; }
