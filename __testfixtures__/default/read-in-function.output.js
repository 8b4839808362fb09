const readInFunctionInput = { level: 1 };

function current() {
  return readInFunctionInput.level;
}

readInFunctionInput.current = current;

export default readInFunctionInput;
