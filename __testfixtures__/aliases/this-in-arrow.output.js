export let late;

const set = () => {
  late = 1;
};
set();
