let assignedInTryInput = {};

try {
  assignedInTryInput = JSON.parse('{"a":1}');
} catch (_) {
  assignedInTryInput = {};
}
export default assignedInTryInput;
