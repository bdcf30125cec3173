import type { Paper, PaperColumns } from '#shared/documents/paper.ts';
import { barcodeColumns, layoutPaper, type PrintedLine } from '#shared/documents/paper-layout.ts';
import { PaperCode } from './paper-code.tsx';
import './paper.css';

export interface PaperViewProps {
  readonly paper: Paper;
  /** The columns of the register's printer: lines break where it breaks them. */
  readonly columns?: PaperColumns;
  /** Called once for each code that is drawn. */
  readonly onCodeDrawn?: (() => void) | undefined;
}

/** A paper as it will be printed, line for line. */
export function PaperView({ paper, columns = 48, onCodeDrawn }: PaperViewProps) {
  return (
    <article className="paper" lang={paper.locale} aria-label={paper.title} data-columns={columns}>
      {layoutPaper(paper, columns).map((line, index) => (
        <PaperLine key={index} line={line} onCodeDrawn={onCodeDrawn} />
      ))}
    </article>
  );
}

/** A short value at the printer's size of six dots a module. */
const QR_COLUMNS = 12;

interface PaperLineProps {
  readonly line: PrintedLine;
  readonly onCodeDrawn: (() => void) | undefined;
}

function PaperLine({ line, onCodeDrawn }: PaperLineProps) {
  switch (line.type) {
    case 'text':
      return (
        <p
          className="paper-line"
          data-align={line.align}
          data-weight={line.weight}
          data-size={line.size}
        >
          <span>{line.left}</span>
          {line.right !== '' && <span>{line.right}</span>}
        </p>
      );
    case 'rule':
      return <hr className="paper-rule" data-style={line.style} />;
    case 'barcode':
      return (
        <PaperCode
          kind="barcode"
          value={line.value}
          columns={barcodeColumns(line)}
          onDrawn={onCodeDrawn}
        />
      );
    case 'qr':
      return <PaperCode kind="qr" value={line.value} columns={QR_COLUMNS} onDrawn={onCodeDrawn} />;
    case 'cut':
      return <div className="paper-cut" aria-hidden="true" />;
  }
}
