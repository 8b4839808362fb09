var app = (exports = module.exports = {});

app.init = function () {
  return app === exports;
};
