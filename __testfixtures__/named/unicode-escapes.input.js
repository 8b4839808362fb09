\u0065xports.a = 1;
exports.\u0062 = 2;
exports['\x63'] = 3;
