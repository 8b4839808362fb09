const Router = (module.exports = class Router {
  add(path) {
    return path + Router.suffix;
  }
});

Router.suffix = '!';
