import type { Dialog } from 'electron';
import { strictObject } from '../strict.ts';

function needsAnAnswer(name: string): () => Promise<never> {
  return () =>
    Promise.reject(new Error(`electron stand-in: dialog.${name} must be stubbed by the test`));
}

/** Nobody is there to answer a dialog: a test replaces the member it needs with its answer. */
export const dialog = strictObject('dialog', {
  showOpenDialog: needsAnAnswer('showOpenDialog'),
  showSaveDialog: needsAnAnswer('showSaveDialog'),
  showMessageBox: needsAnAnswer('showMessageBox'),
  showErrorBox: (title: string, content: string): void => console.error(`${title}\n${content}`),
} satisfies Partial<Dialog>);
