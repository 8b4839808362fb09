var await_1 = 1;

export const value = await_1;
