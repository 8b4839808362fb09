var api = {};

api.version = '1';
api.bump = function () {
  api.version += '.1';
  return api.version;
};

export default api;
