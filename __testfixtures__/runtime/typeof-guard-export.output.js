let typeofGuardExportInput = {};

function lib() {
  return 'lib';
}

if (true) {
  typeofGuardExportInput = lib;
}

export default typeofGuardExportInput;
