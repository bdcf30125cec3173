import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Paper, PaperColumns } from '#shared/documents/paper.ts';
import { layoutLetter } from '#shared/documents/letter-layout.ts';
import { layoutPaper } from '#shared/documents/paper-layout.ts';
import { cssString } from './css-string.ts';
import { LetterView } from './letter-view.tsx';
import { PaperView } from './paper-view.tsx';

export interface PaperPageProps {
  readonly paper: Paper;
  /** An 80 mm roll as long as the paper, or a Letter sheet. */
  readonly form: 'roll' | 'letter';
  readonly columns?: PaperColumns;
}

/**
 * A paper alone on its page, for the PDF. Says `data-paper="ready"` on the document once letters and codes are
 * drawn, and `data-paper-height`, in CSS pixels, for the length of the roll; a PDF taken earlier lacks the barcode.
 */
export function PaperPage({ paper, form, columns = 48 }: PaperPageProps) {
  const page = useRef<HTMLElement>(null);
  const codeCount = useMemo(() => countCodes(paper, form, columns), [paper, form, columns]);
  const [drawnCount, setDrawnCount] = useState(0);
  const countDrawn = useCallback(() => setDrawnCount((count) => count + 1), []);
  const allDrawn = drawnCount >= codeCount;

  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--paper-title', cssString(paper.title));
    return () => void style.removeProperty('--paper-title');
  }, [paper.title]);

  useEffect(() => {
    if (!allDrawn) return;
    let wanted = true;
    void document.fonts.ready.then(() => {
      if (!wanted || !page.current) return;
      const { dataset } = document.documentElement;
      dataset['paperHeight'] = String(Math.ceil(page.current.getBoundingClientRect().height));
      dataset['paper'] = 'ready';
    });
    return () => {
      wanted = false;
      delete document.documentElement.dataset['paper'];
      delete document.documentElement.dataset['paperHeight'];
    };
  }, [allDrawn]);

  return (
    <main ref={page} className="paper-page" data-form={form}>
      {form === 'letter' ? (
        <LetterView paper={paper} onCodeDrawn={countDrawn} />
      ) : (
        <PaperView paper={paper} columns={columns} onCodeDrawn={countDrawn} />
      )}
    </main>
  );
}

function countCodes(paper: Paper, form: PaperPageProps['form'], columns: PaperColumns): number {
  const { document, body } = layoutLetter(paper);
  const parts = form === 'letter' ? [...document, ...body] : layoutPaper(paper, columns);
  return parts.filter(({ type }) => type === 'barcode' || type === 'qr').length;
}
