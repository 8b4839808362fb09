import { useMemo } from 'preact/hooks';
import type { PageHunk } from '../../data.ts';
import type { DiffLayout } from '../model/diff-layout.ts';
import { type DiffLine, diffLines, type SplitRow, splitRows } from '../model/diff-rows.ts';
import { Lazy } from './lazy.tsx';

/** The height of a line of code in pixels; the style sheet says the same. */
const LINE_HEIGHT = 20;
/** So many lines are drawn at once; more follow as they come near. */
const CHUNK = 120;

interface DiffProps {
  readonly hunks: readonly PageHunk[];
  readonly layout: DiffLayout;
  readonly label: string;
}

/** A file's diff, hunk by hunk, drawn as far as a reader sees. */
export function Diff({ hunks, layout, label }: DiffProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section class={`diff ${layout}`} aria-label={label} tabIndex={0}>
      {hunks.map((hunk, index) => (
        <Lazy
          key={hunk.oldStart}
          height={hunk.lines.length * LINE_HEIGHT}
          eager={linesBefore(hunks, index) < CHUNK}
        >
          {() => <Hunk hunk={hunk} layout={layout} />}
        </Lazy>
      ))}
    </section>
  );
}

function Hunk({ hunk, layout }: { hunk: PageHunk; layout: DiffLayout }) {
  const lines = useMemo(() => diffLines(hunk), [hunk]);
  const heading = `line ${hunk.oldStart}${hunk.oldStart === hunk.newStart ? '' : `, now ${hunk.newStart}`}`;
  return (
    <>
      <p class="hunk">{heading}</p>
      {layout === 'split'
        ? chunks(splitRows(lines)).map((chunk, index) => (
            <Chunk key={index * CHUNK} isFirst={index === 0} size={chunk.length}>
              {() => <SplitTable rows={chunk} caption={heading} />}
            </Chunk>
          ))
        : chunks(lines).map((chunk, index) => (
            <Chunk key={index * CHUNK} isFirst={index === 0} size={chunk.length}>
              {() => <UnifiedTable lines={chunk} caption={heading} />}
            </Chunk>
          ))}
    </>
  );
}

interface ChunkProps {
  readonly isFirst: boolean;
  readonly size: number;
  readonly children: () => preact.ComponentChildren;
}

function linesBefore(hunks: readonly PageHunk[], index: number): number {
  return hunks.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0);
}

function Chunk({ isFirst, size, children }: ChunkProps) {
  return isFirst ? children() : <Lazy height={size * LINE_HEIGHT}>{children}</Lazy>;
}

function UnifiedTable({ lines, caption }: { lines: readonly DiffLine[]; caption: string }) {
  return (
    <table>
      <caption class="hidden">{caption}</caption>
      <colgroup>
        <col class="number" span={2} />
        <col />
      </colgroup>
      <tbody>
        {lines.map((line, index) => (
          <tr key={`${index} ${line.mark}`} class={CLASS[line.mark] ?? 'same'}>
            <td class="number">{line.oldNumber}</td>
            <td class="number">{line.newNumber}</td>
            <Code line={line} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SplitTable({ rows, caption }: { rows: readonly SplitRow[]; caption: string }) {
  return (
    <table>
      <caption class="hidden">{caption}</caption>
      <colgroup>
        <col class="number" />
        <col />
        <col class="number" />
        <col />
      </colgroup>
      <tbody>
        {rows.map(({ left, right }, index) => (
          <tr key={`${index} ${left?.mark}`}>
            <td class={`number ${classOf(left)}`}>{left?.oldNumber}</td>
            <Code line={left} />
            <td class={`number ${classOf(right)}`}>{right?.newNumber}</td>
            <Code line={right} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CLASS: Record<string, string> = { '+': 'added', '-': 'removed', '\\': 'remark' };
const SPOKEN: Record<string, string> = { '+': 'added: ', '-': 'removed: ' };

function classOf(line: DiffLine | null): string {
  return line === null ? 'nothing' : (CLASS[line.mark] ?? 'same');
}

function Code({ line }: { line: DiffLine | null }) {
  if (line === null) return <td class="code nothing" />;
  return (
    <td class={`code ${classOf(line)}`}>
      {SPOKEN[line.mark] && <span class="hidden">{SPOKEN[line.mark]}</span>}
      {line.pieces.map(({ text, kind, changed }, index) => {
        const key = `${index} ${text}`;
        return changed ? (
          <mark key={key} class={kind ?? undefined}>
            {text}
          </mark>
        ) : (
          <span key={key} class={kind ?? undefined}>
            {text}
          </span>
        );
      })}
    </td>
  );
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const result: Item[][] = [];
  for (let start = 0; start < items.length; start += CHUNK) result.push(items.slice(start, start + CHUNK));
  return result;
}
