import { type LetterBlock, layoutLetter } from '#shared/documents/letter-layout.ts';
import type { Paper, TableBlock } from '#shared/documents/paper.ts';
import { PaperCode } from './paper-code.tsx';
import './letter.css';

export interface LetterViewProps {
  readonly paper: Paper;
  /** Called once for each code that is drawn. */
  readonly onCodeDrawn?: (() => void) | undefined;
}

/** A paper on a letter sheet: the store on the left of the head, the document on the right, then the same blocks. */
export function LetterView({ paper, onCodeDrawn }: LetterViewProps) {
  const { marks, store, document, body } = layoutLetter(paper);
  const part = (name: string, blocks: readonly LetterBlock[]) => (
    <div className={name}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} onCodeDrawn={onCodeDrawn} />
      ))}
    </div>
  );
  return (
    <article className="letter" lang={paper.locale} aria-label={paper.title} data-kind={paper.kind}>
      {marks.length > 0 && part('letter-marks', marks)}
      <header className="letter-head">
        {part('letter-store', store)}
        {part('letter-document', document)}
      </header>
      {part('letter-body', body)}
    </article>
  );
}

interface BlockProps {
  readonly block: LetterBlock;
  readonly onCodeDrawn: (() => void) | undefined;
}

function Block({ block, onCodeDrawn }: BlockProps) {
  switch (block.type) {
    case 'logo':
      return <p className="letter-logo">{block.text}</p>;
    case 'mark':
      return <p className="letter-mark">{block.text}</p>;
    case 'title':
      return <h1 className="letter-title">{block.text}</h1>;
    case 'heading':
      return <h2 className="letter-heading">{block.text}</h2>;
    case 'text':
      return (
        <p
          className="letter-text"
          data-align={block.align}
          data-weight={block.weight}
          data-size={block.size}
        >
          {block.text}
        </p>
      );
    case 'row':
    case 'total':
      return (
        <p className="letter-row" data-weight={block.type === 'total' ? 'total' : block.weight}>
          <span>{block.left}</span>
          <span>{block.right}</span>
        </p>
      );
    case 'item':
      return (
        <div className="letter-item">
          <p>
            <span>{block.description}</span>
            <span>{block.amount}</span>
          </p>
          {block.notes.length > 0 && <p className="letter-notes">{block.notes.join(' · ')}</p>}
        </div>
      );
    case 'table':
      return <Table block={block} />;
    case 'signature':
      return (
        <p className="letter-signature">
          <span>{block.label}</span>
        </p>
      );
    case 'fillIn':
      return (
        <p className="letter-fill-in">
          <span>{block.label}</span>
        </p>
      );
    case 'rule':
      return <hr className="letter-rule" data-style={block.style} />;
    case 'space':
      return <div className="letter-space" aria-hidden="true" />;
    case 'barcode':
    case 'qr':
      return (
        <PaperCode
          kind={block.type}
          value={block.value}
          columns={block.type === 'qr' ? QR_COLUMNS : barcodeLetters(block.value)}
          onDrawn={onCodeDrawn}
        />
      );
  }
}

const QR_COLUMNS = 14;

/** A module of Code 128 in letters of the sheet's type: a third of a millimeter, which every scanner reads. */
const LETTERS_PER_MODULE = 0.155;

/** Start, a symbol a character, check and stop, as wide as the printer counts them. */
function barcodeLetters(value: string): number {
  return (11 * (value.length + 2) + 13) * LETTERS_PER_MODULE;
}

function Table({ block: { columns, rows } }: { readonly block: TableBlock }) {
  return (
    <table className="letter-table">
      <thead>
        <tr>
          {columns.map(({ label, align }, index) => (
            <th key={index} scope="col" data-align={align}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ align, roll }, index) => (
              <td key={index} data-align={align} data-roll={roll}>
                {row[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
