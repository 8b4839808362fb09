import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { FirstRuns } from './first-runs.ts';
import { type History, type Holder, historyOf, sameValue, UNKNOWN, type Value } from './holders.ts';
import type { Places } from './places.ts';
import type { Trace } from './trace.ts';

/** What every followed holder held, and when. */
export interface Values {
  /** What an expression that denotes a holder gives where it stands; in a function: whenever that may run. */
  of(node: t.Node): Value;
  history(holder: Holder): History;
}

/** Evaluates all writes in the order in which they are done; those in functions last, since they count at any time. */
export function evaluateWrites(traced: Trace, scopes: Scopes, places: Places, runs: FirstRuns): Values {
  const histories = new Map<Holder, History>();
  const inOrder = traced.writes.filter(({ place }) => place.region === null);
  const later = traced.writes.filter(({ place }) => place.region !== null);
  for (const write of [...inOrder, ...later]) {
    if (write.value === null || write.operator !== '=') continue;
    const value = evaluate(write.value);
    write.result = write.property === null ? value : exportsOf(value, write.value);
  }
  return { of: (node) => held(traced.denotes.get(node)!, node), history };

  function history(holder: Holder): History {
    const known = histories.get(holder);
    if (known !== undefined) return known;
    const made = historyOf(holder);
    histories.set(holder, made);
    return made;
  }

  function held(holder: Holder, node: t.Node): Value {
    // A name is only followed where it is bound once, and nothing reads it before.
    if (holder.kind === 'alias') return holder.writes[0]!.result;
    const place = places.of(node);
    if (place.region === null) return history(holder).at(places.start(node), place);
    return history(holder).from([runs.of(place.region)]);
  }

  /** The value of an expression; what no holder gave it is an object of its own, told by the expression. */
  function evaluate(expression: t.Node): Value {
    const node = unwrap(expression);
    const holder = traced.denotes.get(node);
    if (holder !== undefined) return held(holder, node);
    switch (node.type) {
      case 'AssignmentExpression':
        return node.operator === '=' ? evaluate(node.right) : either(evaluate(node.right), UNKNOWN, node);
      case 'SequenceExpression':
        return evaluate(node.expressions.at(-1)!);
      case 'ConditionalExpression':
        return conditional(node);
      case 'LogicalExpression':
        return logical(node);
      case 'Identifier':
        return { kind: 'object', origin: boundOnce(node) ?? node };
      default:
        return { kind: 'object', origin: node };
    }
  }

  function conditional(node: t.ConditionalExpression): Value {
    const outcome = places.decided(node.test);
    if (outcome !== null) return evaluate(outcome ? node.consequent : node.alternate);
    return either(evaluate(node.consequent), evaluate(node.alternate), node);
  }

  function logical(node: t.LogicalExpression): Value {
    const outcome = places.decided(node.left);
    if (outcome !== null && node.operator !== '??') {
      return outcome === (node.operator === '&&') ? evaluate(node.right) : { kind: 'object', origin: node };
    }
    const left = evaluate(node.left);
    if (isSurelyObject(left)) return node.operator === '&&' ? evaluate(node.right) : left;
    return either(left, evaluate(node.right), node);
  }

  /** One of two values: where neither has to do with the exports, simply another object. */
  function either(a: Value, b: Value, node: t.Node): Value {
    if (sameValue(a, b)) return a;
    return isOther(a) && isOther(b) ? { kind: 'object', origin: node } : UNKNOWN;
  }

  function isOther(value: Value): boolean {
    return value.kind === 'object' && value.origin !== null && !isVersion(value);
  }

  function isVersion(value: Value): boolean {
    return traced.cell.writes.some(({ result }) => sameValue(result, value));
  }

  /** `const {exports: x} = module` reads the cell where the pattern stands. */
  function exportsOf(value: Value, source: t.Node): Value {
    if (value.kind !== 'module') return UNKNOWN;
    return history(traced.cell).at(places.end(source), places.of(source));
  }

  /** The expression whose value a variable has that is set just once, by its declaration, before it is read. */
  function boundOnce(node: t.Identifier): t.Node | null {
    const binding = scopes.referenceOf(node)?.binding ?? null;
    const writes = binding?.writes ?? [];
    const declarator = writes.length === 1 ? parentOf(writes[0]!.node) : null;
    if (declarator?.type !== 'VariableDeclarator' || declarator.id !== writes[0]!.node) return null;
    if (!declarator.init || declarator.end! > node.start! || places.of(declarator).conditional) return null;
    let value: t.Node = unwrap(declarator.init);
    while (value.type === 'AssignmentExpression' && value.operator === '=') value = unwrap(value.right);
    return value;
  }
}

const objectTypes: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
  'FunctionExpression',
  'NewExpression',
  'ObjectExpression',
]);

function isSurelyObject(value: Value): boolean {
  if (value.kind !== 'object') return value.kind === 'module';
  return value.origin === null || objectTypes.has(value.origin.type);
}
