const exports_1 = 1;
export { exports_1 as exports };
const module_1 = 2;
export { module_1 as module };
const require_1 = 3;
export { require_1 as require };
