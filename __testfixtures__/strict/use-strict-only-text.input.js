exports.a = 'use strict';
('use strict');
