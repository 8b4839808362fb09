export class Base {}
export class Derived extends Base {}
export const check = () => new Derived() instanceof Base;
