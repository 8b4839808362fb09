import events from 'events';

export const emitter = new events();
export const isEmitter = emitter instanceof events;
