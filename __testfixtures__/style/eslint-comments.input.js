/* eslint-env node */
/* eslint no-console: "off" */
/* global window */

// eslint-disable-next-line no-undef
exports.a = 1;
exports.b = 2; // eslint-disable-line
