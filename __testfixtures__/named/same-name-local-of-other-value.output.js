const value = { secret: true };
const value_1 = Object.keys(value);
export { value_1 as value };
export const again = () => [value_1, value];
