import type { Range, RequireFact, ValueUse } from '../../checker/facts.ts';

/**
 * How a file uses the value of one `require`, brought to one form: a list of uses of the required value itself,
 * whatever the syntax (bound name, destructuring, member path, inline).
 */
export function usesOf(fact: RequireFact): readonly ValueUse[] {
  const { form } = fact;
  const deferred = fact.placement === 'deferred';
  if (form.kind === 'side-effect') return [];
  const first = form.path[0];
  if (form.kind === 'expression') {
    if (first === undefined) return [form.use];
    const whole = form.path.length === 1;
    const kind =
      whole && form.use.kind === 'call'
        ? 'method'
        : whole && form.use.kind === 'member-write'
          ? 'member-write'
          : 'member';
    return [
      {
        range: form.value,
        kind,
        keys: [first.key],
        writes: kind === 'member-write',
        deferred,
        early: deferred,
      },
    ];
  }
  if (first !== undefined)
    return [
      { range: form.value, kind: 'member', keys: [first.key], writes: false, deferred, early: deferred },
    ];
  if (form.target.kind === 'name') return form.target.uses;
  const { properties } = form.target;
  if (properties === null) return [enumeration(form.declarator.target, deferred)];
  return properties.map((property) =>
    property.kind === 'rest'
      ? enumeration(property.range, deferred)
      : {
          range: property.range,
          kind: 'destructure',
          keys: [property.key],
          writes: false,
          deferred,
          early: deferred,
        },
  );
}

function enumeration(range: Range, deferred: boolean): ValueUse {
  return { range, kind: 'enumerate', keys: [], writes: false, deferred, early: deferred };
}
