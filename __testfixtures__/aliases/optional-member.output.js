a;
export var a = b;
export var b = 1;
