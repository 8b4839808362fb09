exports.leak = function () {
  leaked = 'yes';
  return leaked;
};
