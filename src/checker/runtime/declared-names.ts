import type { ScanContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';

/** Parameters of the function that Node wraps around a file: its body can declare them by `var` and `function` only. */
const parameters: readonly string[] = ['exports', 'require', 'module', '__filename', '__dirname'];

const declaredInBlock: ReadonlySet<string> = new Set(['let', 'const', 'class', 'using']);

/** `let exports`: a syntax error in CommonJS (ECMA-262 §15.2.1), but none in a module. */
export function declaredNameFindings({ scopes, parsed }: ScanContext): readonly Finding[] {
  if (parsed.goal === 'module') return [];
  return parameters.flatMap((name): Finding[] => {
    const binding = scopes.program.bindings.get(name);
    const [declaration] = binding?.declarations ?? [];
    if (declaration === undefined || !declaredInBlock.has(binding!.kind)) return [];
    const range = rangeOf(declaration);
    return [{ code: 'wrapper-name-declared', range, args: { name }, related: [], settledBy: [] }];
  });
}
