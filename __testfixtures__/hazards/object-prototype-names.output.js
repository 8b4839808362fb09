var __proto__ = 1;
var toString = () => 'own';

export const hasOwnProperty = toString();
export { __proto__ as valueOf };
