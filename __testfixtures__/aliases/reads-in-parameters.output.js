export const size = 2;
export const area = (width = size, { height = size } = {}) => width * height;
