var Emitter = module.exports = function Emitter() {
  this.events = {};
};

Emitter.prototype.on = function (name) {
  this.events[name] = true;
  return this;
};
