let destructuredIntoInput = {};

({ made: destructuredIntoInput } = { made: { by: 'destructuring' } });
export default destructuredIntoInput;
