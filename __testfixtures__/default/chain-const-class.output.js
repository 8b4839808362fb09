const Router = class Router {
  add(path) {
    return path + Router.suffix;
  }
};

Router.suffix = '!';

export default Router;
