/* eslint-env node */
/* eslint no-console: "off" */
/* global window */

// eslint-disable-next-line no-undef
export const a = 1;
export const b = 2; // eslint-disable-line
