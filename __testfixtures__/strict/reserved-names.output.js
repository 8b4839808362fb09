var package_1 = 1;
var interface_1 = 2;

export const sum = package_1 + interface_1;
