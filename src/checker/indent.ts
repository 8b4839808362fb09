/** How often lines of some size of indentation begin, and how many go on with it. */
interface Use {
  begin: number;
  goOn: number;
}

/**
 * By what most lines of a text are indented further, or less, than the one before: the way of `detect-indent`, but without a
 * string for each line. Empty where no line is indented.
 */
export function indentIn(text: string): string {
  // Single spaces mostly line up comments.
  const most = mostUsed(usesIn(text, false)) ?? mostUsed(usesIn(text, true));
  if (most === null) return '';
  return most > 0 ? ' '.repeat(most) : '\t'.repeat(-most);
}

/** By size: spaces count up from zero, tabs count down. */
function usesIn(text: string, isSingleMeant: boolean): ReadonlyMap<number, Use> {
  const uses = new Map<number, Use>();
  let before = 0;
  let use: Use | undefined;
  for (let start = 0; start < text.length; start = endOf(text, start) + 1) {
    if (text[start] === '\n') continue;
    const size = sizeAt(text, start);
    if (size === 1 && !isSingleMeant) continue;
    const change = size * before < 0 ? size : size - before;
    before = size;
    if (size === 0) continue;
    if (change === 0) {
      use!.goOn += 1;
      continue;
    }
    const step = size > 0 ? Math.abs(change) : -Math.abs(change);
    if (step === 1 && !isSingleMeant) continue;
    use = uses.get(step) ?? { begin: 0, goOn: 0 };
    use.begin += 1;
    uses.set(step, use);
  }
  return uses;
}

function endOf(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function sizeAt(text: string, start: number): number {
  const indent = text[start];
  if (indent !== ' ' && indent !== '\t') return 0;
  let end = start + 1;
  while (text[end] === indent) end += 1;
  return indent === ' ' ? end - start : start - end;
}

/** The first of those that begin most often. */
function mostUsed(uses: ReadonlyMap<number, Use>): number | null {
  let most: Use = { begin: 0, goOn: 0 };
  let size: number | null = null;
  for (const [each, use] of uses) {
    if (use.begin < most.begin || (use.begin === most.begin && use.goOn <= most.goOn)) continue;
    most = use;
    size = each;
  }
  return size;
}
