import type { RefObject } from 'preact';
import type { Shortcut } from '../model/shortcuts.ts';

interface HelpProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly shortcuts: readonly Shortcut[];
}

const NAMES: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };

/** The keys, in a dialog that Escape closes. */
export function Help({ dialog, shortcuts }: HelpProps) {
  return (
    <dialog ref={dialog} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {shortcuts.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{NAMES[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
