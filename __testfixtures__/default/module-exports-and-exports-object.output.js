const moduleExportsAndExportsObjectInput = {};
moduleExportsAndExportsObjectInput.a = 1;
moduleExportsAndExportsObjectInput.b = function () {
  return moduleExportsAndExportsObjectInput.a;
};

export default moduleExportsAndExportsObjectInput;
