exports.parsed = null;
try {
  exports.parsed = JSON.parse('{"a": 1}');
} catch (error) {
  exports.parsed = error;
}
