import type { PageFrame } from '../../data.ts';
import { highlight } from '../model/highlight.ts';

interface CodeFrameProps {
  readonly frame: PageFrame;
  readonly place: {
    readonly line: number;
    readonly column: number;
    readonly endLine?: number;
    readonly endColumn?: number;
  };
  readonly label: string;
}

/** Some lines of a file with a place in them marked. */
export function CodeFrame({ frame, place, label }: CodeFrameProps) {
  const colours = highlight(frame.lines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <figure class="frame" aria-label={label} tabIndex={0}>
      {frame.lines.map((text, index) => {
        const number = frame.firstLine + index;
        const isMarked = number === place.line;
        return (
          <div key={number} class={isMarked ? 'line marked' : 'line'}>
            <span class="number">{number}</span>
            <code>
              {isMarked ? (
                <MarkedLine text={text} {...columnsOf(frame, place, text)} />
              ) : (
                colours[index]?.map((piece, at) => (
                  <span key={`${at} ${piece.text}`} class={piece.kind ?? undefined}>
                    {piece.text}
                  </span>
                ))
              )}
            </code>
          </div>
        );
      })}
    </figure>
  );
}

function MarkedLine({ text, from, to }: { text: string; from: number; to: number }) {
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to) || ' '}</mark>
      {text.slice(to)}
    </>
  );
}

/** Where the mark begins and ends in the line as it is shown. */
function columnsOf({ left }: PageFrame, place: CodeFrameProps['place'], text: string) {
  const shift = left === 0 ? 1 : left; // The ellipsis takes one column.
  const from = Math.max(0, place.column - shift);
  const endsHere = place.endLine === place.line && place.endColumn !== undefined;
  const end = endsHere
    ? place.endColumn! - shift
    : place.endLine === undefined
      ? wordEnd(text, from)
      : text.length;
  return { from, to: Math.max(from + 1, end) };
}

/** A place without an end is marked to the end of the word that it is at. */
function wordEnd(text: string, from: number): number {
  return from + (/^[\w$.]+/.exec(text.slice(from))?.[0].length ?? 1);
}
