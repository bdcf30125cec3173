import { useEffect, useState } from 'react';
import type { CodeDrawing } from './code-drawing.ts';

export interface PaperCodeProps {
  readonly kind: 'barcode' | 'qr';
  readonly value: string;
  /** How many columns of the paper the code takes. */
  readonly columns: number;
  /** Called once, when the code is on the paper or is known not to be drawable. */
  readonly onDrawn?: (() => void) | undefined;
}

/** A code with its value in letters below, or the value alone while the drawing part loads and where it cannot draw. */
export function PaperCode({ kind, value, columns, onDrawn }: PaperCodeProps) {
  const [drawing, setDrawing] = useState<CodeDrawing>();
  useEffect(() => {
    let wanted = true;
    void drawLazily(kind, value).then((drawn) => {
      if (!wanted) return;
      setDrawing(drawn);
      onDrawn?.();
    });
    return () => {
      wanted = false;
    };
  }, [kind, value, onDrawn]);
  return <CodeFigure kind={kind} value={value} columns={columns} drawing={drawing} />;
}

interface CodeFigureProps {
  readonly kind: 'barcode' | 'qr';
  readonly value: string;
  readonly columns: number;
  readonly drawing: CodeDrawing | undefined;
}

function CodeFigure({ kind, value, columns, drawing }: CodeFigureProps) {
  return (
    <div className="paper-code" data-kind={kind} role="img" aria-label={value}>
      {drawing && (
        <svg
          width={`${columns}ch`}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          preserveAspectRatio={kind === 'barcode' ? 'none' : 'xMidYMid'}
          shapeRendering="crispEdges"
          aria-hidden="true"
        >
          <path d={drawing.path} fillRule="evenodd" />
        </svg>
      )}
      {(kind === 'barcode' || !drawing) && <span>{value}</span>}
    </div>
  );
}

/** The drawing part weighs more than the rest of the preview: it comes when the first code does. */
async function drawLazily(kind: 'barcode' | 'qr', value: string): Promise<CodeDrawing | undefined> {
  const { drawCode128, drawQr } = await import('./code-drawing.ts');
  try {
    return kind === 'barcode' ? drawCode128(value) : drawQr(value);
  } catch {
    return undefined; // a value no code can hold: its letters are on the paper all the same
  }
}
