var nano;
export default nano = function nano(cfg) {
  return cfg;
};
nano.version = 1;
