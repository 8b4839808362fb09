module.exports = create('x');

function create(name) {
  return { name };
}
