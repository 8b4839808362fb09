export const $ = 1;
export const _ = 2;
export const $$ = $ + _;
