require.extensions['.txt'] = function (module) {
  module.exports = 'text';
};
