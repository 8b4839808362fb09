module.exports = request;
module.exports.get = get;

function request(method) {
  return method;
}

function get() {
  return request('GET');
}
