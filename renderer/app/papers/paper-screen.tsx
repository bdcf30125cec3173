import { useEffect } from 'react';
import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { PaperPage } from '../../documents/paper-page.tsx';
import { FailureNote, RefusalNote } from '../answer-notes.tsx';
import { useAsked, usePathParts } from '../navigation.ts';
import { type PaperForm, readPaperAddress } from './paper-address.ts';
import { usePaper } from './use-paper.ts';

/** A paper alone on its page: what the PDF is made of, and what a browser prints by itself. */
export function PaperScreen() {
  const { kind = '', id = '' } = usePathParts();
  const read = readPaperAddress({ kind, id });
  if (!read) return <RefusalNote refusal={{ code: 'PAPER_NOT_FOUND' }} />;
  return <Alone {...read} />;
}

function Alone({ wish, form }: { readonly wish: PaperWish; readonly form: PaperForm }) {
  const asksToPrint = useAsked()['print'] === true;
  const { paper, columns, missing, failure } = usePaper(wish);
  useEffect(() => (asksToPrint ? printWhenReady(window) : undefined), [asksToPrint]);
  if (missing) return <RefusalNote refusal={{ code: 'PAPER_NOT_FOUND' }} />;
  if (!paper) return <FailureNote failure={failure} />;
  return <PaperPage paper={paper} form={form} columns={columns} />;
}

/** Opens the browser's print once the paper stands as it shall be printed, and leads back after it. */
function printWhenReady(page: Window): () => void {
  const { documentElement } = page.document;
  const look = () => {
    if (documentElement.dataset['paper'] !== 'ready') return;
    seen.disconnect();
    page.addEventListener('afterprint', () => page.history.back(), { once: true });
    page.print();
  };
  const seen = new MutationObserver(look);
  seen.observe(documentElement, { attributeFilter: ['data-paper'] });
  look();
  return () => seen.disconnect();
}
