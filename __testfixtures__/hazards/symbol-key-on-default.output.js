const symbolKeyOnDefaultInput = {};
symbolKeyOnDefaultInput[Symbol.iterator] = function* () {
  yield 1;
};

export default symbolKeyOnDefaultInput;
