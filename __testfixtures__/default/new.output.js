import { EventEmitter } from 'events';

const newInput = new EventEmitter();
newInput.setMaxListeners(0);

export default newInput;
