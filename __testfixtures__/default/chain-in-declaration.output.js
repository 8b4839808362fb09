var app = {};

app.init = function () {
  return app === app;
};

export default app;
