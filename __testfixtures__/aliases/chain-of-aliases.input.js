const first = module;
const second = first.exports;
const third = second;

third.a = 1;
second.b = 2;
