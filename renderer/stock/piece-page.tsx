import './stock.css';
import type { Piece } from '#shared/stock/contract.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusRow } from '../app/list-filter.tsx';
import { useGo } from '../app/navigation.ts';
import { PhotosCard } from '../app/photos/photos-card.tsx';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { Facts } from '../ui/layout/facts.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { PieceMissing } from './piece-missing.tsx';
import { PieceMovements } from './piece-movements.tsx';
import { PieceStatusChip } from './piece-status-chip.tsx';
import { PieceTagButton } from './tags/piece-tag-button.tsx';
import { usePiece, usePieceIdOfPath } from './use-piece.ts';

export function PiecePage() {
  const pieceId = usePieceIdOfPath();
  const answer = usePiece(pieceId);
  const { data: piece } = answer;
  if (piece === undefined || piece === null) return <PieceMissing answer={answer} />;
  return <KnownPiece key={pieceId} piece={piece} />;
}

/** One piece: what it is, what it costs, and everywhere it has been. */
function KnownPiece({ piece }: { readonly piece: Piece }) {
  const { t } = useTranslation('stock');
  const go = useGo();
  const format = useFormat();
  const mayEdit = useMay('stock.write');
  const history = useRef<HTMLDivElement>(null);
  const back = () => go('/stock');
  const edit = () => go(`/stock/${piece.pieceId}/edit`);
  useCommands([
    { id: 'piece.edit', chord: 'E', label: 'stock:keys.edit', when: () => mayEdit, run: edit },
    { id: 'piece.back', chord: 'Esc', label: 'stock:keys.list', run: back },
    {
      id: 'piece.history',
      chord: '↓',
      label: 'stock:keys.history',
      quiet: true,
      run: () => focusRow(history.current),
    },
  ]);
  return (
    <>
      <ScreenHead title={piece.description} detail={piece.stockNumber}>
        <Button hint="Esc" onClick={back}>
          {t('none.all')}
        </Button>
        <PieceTagButton pieceId={piece.pieceId} />
        {mayEdit ? (
          <Button icon="edit" hint="E" onClick={edit}>
            {t('edit')}
          </Button>
        ) : null}
      </ScreenHead>
      <div className="stock-two">
        <Stack gap={16}>
          <Card padded label={t('facts')}>
            <div className="stock-price">
              <Text size="total">{format.money(piece.tagPriceCents)}</Text>
              <PieceStatusChip status={piece.status} />
            </div>
            <PieceFacts piece={piece} />
          </Card>
          <PhotosCard
            subject={{ kind: 'piece', id: piece.pieceId }}
            name={piece.description}
            mayChange={mayEdit}
          />
        </Stack>
        <Card title={t('history')} label={t('history')}>
          <div ref={history}>
            <PieceMovements movements={piece.movements} />
          </div>
        </Card>
      </div>
    </>
  );
}

function PieceFacts({ piece }: { readonly piece: Piece }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const seesCost = useMay('stock.seeCost');
  const cost = piece.costCents === null ? t('costUnknown') : format.money(piece.costCents);
  const facts = [
    { label: t('stockNumber'), value: piece.stockNumber },
    { label: t('kindHead'), value: t(`kind.${piece.kind}`) },
    { label: t('quantity'), value: format.count(piece.quantityThousandths / 1000) },
    { label: t('category'), value: piece.category },
    { label: t('vendor'), value: piece.vendor },
    { label: t('vendorStyle'), value: piece.vendorStyle },
    { label: t('serial'), value: piece.serial },
    {
      label: piece.taxed ? t('taxedAs') : t('tax'),
      value: piece.taxed ? t(`taxClass.${piece.taxClass}`) : t('untaxed'),
    },
    { label: t('cost'), value: seesCost ? cost : '' },
  ];
  return <Facts facts={facts.filter((fact) => fact.value !== '')} />;
}
