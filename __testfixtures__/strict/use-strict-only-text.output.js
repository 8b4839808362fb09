export const a = 'use strict';
('use strict');
