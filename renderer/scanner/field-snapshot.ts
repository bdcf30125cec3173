type Entry = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Puts a field back to what it was when the snapshot was taken. */
export type Restore = () => void;

/**
 * Notes what a field holds. Restoring writes through the element's own setter and tells the page with an `input` event, so
 * that a field controlled by React follows instead of overwriting it.
 */
export function snapshotOf(field: Entry): Restore {
  const { value } = field;
  const caret = field instanceof HTMLSelectElement ? undefined : caretOf(field);
  return () => {
    if (!field.isConnected) return;
    if (field.value !== value) {
      ownSetter(field)?.call(field, value);
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      );
    }
    if (caret && !(field instanceof HTMLSelectElement)) field.setSelectionRange(...caret);
  };
}

type Caret = readonly [start: number, end: number, direction: 'forward' | 'backward' | 'none'];

/** Undefined for kinds of input without a caret. */
function caretOf(field: HTMLInputElement | HTMLTextAreaElement): Caret | undefined {
  const { selectionStart, selectionEnd, selectionDirection } = field;
  if (selectionStart === null || selectionEnd === null) return undefined;
  return [selectionStart, selectionEnd, selectionDirection ?? 'none'];
}

function ownSetter(field: Entry): ((value: string) => void) | undefined {
  const kind =
    field instanceof HTMLInputElement
      ? HTMLInputElement
      : field instanceof HTMLTextAreaElement
        ? HTMLTextAreaElement
        : HTMLSelectElement;
  return Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set;
}
