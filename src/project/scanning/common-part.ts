/**
 * Many records that are alike: each is told by what it has otherwise than a usual one. Records in the usual one that have
 * fields are compared field by field; all other records are values. None lacks a field that the usual one has.
 */

type Fields = Readonly<Record<string, unknown>>;

/** @returns the fields of a record that differ from the usual ones */
export function differences(record: object, usual: object): object {
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    const common = (usual as Fields)[key];
    if (!isFielded(common) || !isRecord(value)) {
      if (!isSame(value, common)) found[key] = value;
      continue;
    }
    const inside = differences(value, common);
    if (Object.keys(inside).length > 0) found[key] = inside;
  }
  return found;
}

/** The record itself. What is as usual is the usual one's own. */
export function completed(differing: object, usual: object): object {
  const record: Record<string, unknown> = { ...usual };
  for (const [key, value] of Object.entries(differing)) {
    const common = record[key];
    record[key] = isFielded(common) && isRecord(value) ? completed(value, common) : value;
  }
  return record;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFielded(value: unknown): value is Fields {
  return isRecord(value) && Object.keys(value).length > 0;
}

function isSame(value: unknown, common: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 && Array.isArray(common) && common.length === 0;
  return value === common || (isRecord(value) && isRecord(common) && !isFielded(value));
}
