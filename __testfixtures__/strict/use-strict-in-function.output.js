export function f() {
  function inner() {
    'use strict'; // kept: it does no harm
    return this;
  }
  return inner();
}
