var Emitter = function Emitter() {
  this.events = {};
};

Emitter.prototype.on = function (name) {
  this.events[name] = true;
  return this;
};

export default Emitter;
