export default Cache;

function Cache(size) {
  this.size = size;
}

Cache.prototype = {
  constructor: Cache,
  get: function () {
    return this.size;
  },
};
