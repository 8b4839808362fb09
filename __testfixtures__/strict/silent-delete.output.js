export const result = Reflect.deleteProperty(Object, 'prototype');
