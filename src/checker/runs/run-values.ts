import type { RunValue } from '../facts.ts';

/** Each value once. */
export function unique(values: readonly RunValue[]): readonly RunValue[] {
  if (values.length < 2) return values;
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** A text that no other value has. */
export function keyOf(value: RunValue): string {
  switch (value.kind) {
    case 'own':
      return `own ${value.region}`;
    case 'parameter':
      return `parameter ${value.region} ${value.index}`;
    case 'required':
      return `required ${value.require} ${JSON.stringify(value.path)}`;
    case 'result':
      return `result ${value.require} ${JSON.stringify(value.key)}`;
    case 'method':
      return `method ${JSON.stringify(value.key)}`;
    case 'made':
      return `made ${keyOf(value.callee)} ${value.given.map((values) => `[${values.map(keyOf).join()}]`).join('')}`;
    case 'global':
      return value.keeps ? 'keeps' : 'global';
    case 'unknown':
      return value.outer ? `unknown ${value.outer.region} ${value.outer.index}` : 'unknown';
  }
}
