import util from 'util';

const reExportWithAdditionInput = util;
reExportWithAdditionInput.added = 1;

export default reExportWithAdditionInput;
