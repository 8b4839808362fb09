export default request;
request.get = get;

function request(method) {
  return method;
}

function get() {
  return request('GET');
}
