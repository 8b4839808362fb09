const moduleExportsInArgumentsInput = {};
fill(moduleExportsInArgumentsInput);

function fill(target) {
  target.filled = true;
}

export default moduleExportsInArgumentsInput;
