const registry = [];
const returnedAndStoredInput = { registry };
registry.push(returnedAndStoredInput);

export default returnedAndStoredInput;
