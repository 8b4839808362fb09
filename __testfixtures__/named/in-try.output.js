export let parsed = null;
try {
  parsed = JSON.parse('{"a": 1}');
} catch (error) {
  parsed = error;
}
