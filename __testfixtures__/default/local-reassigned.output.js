let value = { step: 1 };
export default value;
value = { step: 2 };
