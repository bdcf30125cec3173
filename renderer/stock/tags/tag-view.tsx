import './tags.css';
import type { TagBlock, TagLayout } from '#shared/stock/tags/tag-layout.ts';
import { dataMatrixModules } from '#shared/stock/tags/tag-code.ts';
import { barsOf } from '#shared/stock/tags/tag-picture.ts';
import { panelStarts } from '#shared/stock/tags/tag-stock.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeDrawing } from '../../documents/code-drawing.ts';

/** A tag as it comes out of the printer, drawn from the blocks that the printer is told. */
export function TagView({ layout, label }: { readonly layout: TagLayout; readonly label: string }) {
  const { stock, blocks } = layout;
  const { widthDots, heightDots, panelDots } = stock;
  return (
    <svg
      className="tag-view"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${widthDots} ${heightDots}`}
    >
      <rect className="tag-strap" y={heightDots / 3} width={widthDots} height={heightDots / 3} />
      {panelStarts(stock).map((x) => (
        <rect
          key={x}
          className="tag-panel"
          x={x}
          width={panelDots}
          height={heightDots}
          rx={heightDots / 12}
        />
      ))}
      {blocks.map((block) => (
        <BlockView key={`${block.x} ${block.y}`} block={block} />
      ))}
    </svg>
  );
}

function BlockView({ block }: { readonly block: TagBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <text
          x={block.x}
          y={block.y + block.heightDots * 0.92}
          fontSize={block.font.glyphHeight * 1.2}
          textLength={block.text.length * block.font.advance}
          lengthAdjust="spacingAndGlyphs"
        >
          {block.text}
        </text>
      );
    case 'code128':
      return (
        <g shapeRendering="crispEdges">
          {barsOf(block).map((bar) => (
            <rect key={bar.x} {...bar} />
          ))}
        </g>
      );
    case 'datamatrix':
      return <MatrixView block={block} />;
  }
}

type MatrixBlock = TagBlock & { readonly kind: 'datamatrix' };

/** The drawing part is loaded when the first square code is to be seen. */
function MatrixView({ block }: { readonly block: MatrixBlock }) {
  const { value, x, y, widthDots, heightDots } = block;
  const [drawing, setDrawing] = useState<CodeDrawing>();
  useEffect(() => {
    let wanted = true;
    void import('../../documents/code-drawing.ts').then(({ drawDataMatrix }) => {
      if (wanted) setDrawing(drawDataMatrix(value, dataMatrixModules(value)));
    });
    return () => {
      wanted = false;
    };
  }, [value]);
  if (drawing === undefined) return null;
  return (
    <svg
      x={x}
      y={y}
      width={widthDots}
      height={heightDots}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      shapeRendering="crispEdges"
    >
      <path d={drawing.path} fillRule="evenodd" />
    </svg>
  );
}

/** What a person should know of a tag before it is printed. */
export function TagNotes({ layout }: { readonly layout: TagLayout }) {
  const { t } = useTranslation('tags');
  if (layout.notes.length === 0) return null;
  return (
    <ul className="tag-notes">
      {layout.notes.map((note) => (
        <li key={note}>{t(`note.${note}`)}</li>
      ))}
    </ul>
  );
}
