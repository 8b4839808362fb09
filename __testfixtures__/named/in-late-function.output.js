export let added;

export let ready = false;
export function setup() {
  ready = true;
  added = 'late';
}
