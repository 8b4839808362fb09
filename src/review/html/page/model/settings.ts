import { useState } from 'preact/hooks';

/** What a reader chose last time; kept by the browser where it keeps anything for pages opened from disk. */
export function useStored<Value extends string>(name: string, first: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => (read(name) as Value | null) ?? first);
  return [
    value,
    (next) => {
      setValue(next);
      keep(name, next);
    },
  ];
}

export function read(name: string): string | null {
  try {
    return localStorage.getItem(`esmshift ${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`esmshift ${name}`, value);
  } catch {
    // Then it holds for this visit only.
  }
}
