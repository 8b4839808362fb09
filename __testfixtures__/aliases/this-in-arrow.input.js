const set = () => {
  this.late = 1;
};
set();
