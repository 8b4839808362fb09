export const LIMIT = 10;
export const NAME = 'limit';
export const NOTHING = undefined;
export const NEGATIVE_ZERO = -0;
export const NOT_A_NUMBER = NaN;
export const BIG = 10n;
export const PATTERN = /a\/b/gi;
