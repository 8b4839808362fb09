export default create('x');

function create(name) {
  return { name };
}
