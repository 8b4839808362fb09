/** What every part of a rewrite works with: the file, what is known, what is decided, and where results go. */
import type { ModuleFacts } from '../checker/facts.ts';
import type { ModuleDecision } from './decision.ts';
import { Declarations } from './declarations.ts';
import { EditList } from './edit-list.ts';
import { Namer } from './naming.ts';
import type { Style } from './print.ts';
import { Slots } from './slots.ts';
import { SourceText } from './text.ts';

export interface Rewriting {
  readonly source: string;
  readonly facts: ModuleFacts;
  readonly decision: ModuleDecision;
  readonly style: Style;
  readonly text: SourceText;
  readonly edits: EditList;
  readonly names: Namer;
  readonly slots: Slots;
  readonly declarations: Declarations;
  /** The names of CommonJS that the module declares by now. */
  readonly provided: Set<string>;
}

export function startRewriting(source: string, facts: ModuleFacts, decision: ModuleDecision): Rewriting {
  const { layout } = facts;
  const text = new SourceText(source, layout.comments);
  const edits = new EditList(text);
  return {
    source,
    facts,
    decision,
    style: layout,
    text,
    edits,
    names: new Namer(
      facts.names,
      [...facts.mends, ...(decision.mends ?? [])].map(({ text }) => text),
    ),
    slots: new Slots(edits, layout, layout),
    declarations: new Declarations(edits, layout),
    provided: new Set(),
  };
}
