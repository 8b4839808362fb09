var _ = function wrap(value) {
  return [value];
};

_.chain = function (value) {
  return _(value);
};
_.VERSION = '4';

export default _;
