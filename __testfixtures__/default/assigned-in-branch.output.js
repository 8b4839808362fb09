let assignedInBranchInput = {};

if (process.argv.length > 100) {
  assignedInBranchInput = { fast: true };
} else {
  assignedInBranchInput = { slow: true };
}
export default assignedInBranchInput;
