export function Thing(value) {
  if (!(this instanceof Thing)) return new Thing(value);
  this.value = value;
}
