let exports = {}, assignedInOneBranchInput = exports;

exports.slow = true;
if (process.argv.length > 100) {
  assignedInOneBranchInput = { fast: true };
}

export default assignedInOneBranchInput;
