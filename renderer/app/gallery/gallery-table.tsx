import { cents } from '#shared/money.ts';
import { useState } from 'react';
import { Money } from '../../ui/figures/money.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { DataTable, type Column } from '../../ui/lists/data-table.tsx';
import { SimpleTable } from '../../ui/lists/simple-table.tsx';

interface GalleryPiece {
  readonly stockNumber: string;
  readonly title: string;
  readonly priceCents: number;
}

const PIECES: readonly GalleryPiece[] = Array.from({ length: 5000 }, (_, index) => ({
  stockNumber: `P1-${20_000 + index}`,
  title: index % 2 === 0 ? 'Round diamond solitaire ring' : 'Watch strap, brown calf',
  priceCents: 1800 + index * 100,
}));

const COLUMNS: readonly Column<GalleryPiece>[] = [
  { id: 'number', head: 'Stock number', width: '7rem', cell: (piece) => piece.stockNumber },
  { id: 'title', head: 'Piece', cell: (piece) => piece.title },
  {
    id: 'price',
    head: 'Tag price',
    width: '7rem',
    end: true,
    cell: (piece) => <Money amount={cents(piece.priceCents)} />,
  },
];

export function GalleryTable() {
  const [chosen, setChosen] = useState('P1-20001');
  return (
    <>
      <Card title="Pieces">
        <div className="gallery-table">
          <DataTable
            label="Pieces"
            columns={COLUMNS}
            rows={PIECES}
            rowKey={(piece) => piece.stockNumber}
            chosenKey={chosen}
            onOpen={(piece) => setChosen(piece.stockNumber)}
          />
        </div>
      </Card>
      <Card title="Count">
        <SimpleTable
          label="Count"
          columns={COLUMNS}
          rows={PIECES.slice(0, 3)}
          rowKey={(piece) => piece.stockNumber}
          sum={['All', '', <Money key="sum" amount={cents(5700)} />]}
        />
      </Card>
    </>
  );
}
