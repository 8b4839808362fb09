export function f(a,b){return a+b}export function g(){}
