export let printed;

export const taken = ['taken'];
console.log((printed = 'printed'));
export const same = taken === taken;
