exports['plain'] = 1;
exports['with-dash'] = 2;
exports['with space'] = 3;
exports[''] = 4;
exports['☃'] = 5;
