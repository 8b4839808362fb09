exports.who = function who() {
  return typeof who.caller;
};
