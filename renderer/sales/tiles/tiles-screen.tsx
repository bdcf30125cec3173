import './tiles-screen.css';
import { formatRate } from '#shared/money.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useMay } from '../../app/session/session.ts';
import { SettingsFrame } from '../../app/settings-frame.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Key } from '../../ui/actions/key.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { useTiles } from '../quick-keys/use-tiles.ts';
import { TileDialog } from './tile-dialog.tsx';
import { useTileActs } from './use-tile-acts.ts';

/** The service keys of the Sell screen: their order, names and prices. */
export function TilesScreen() {
  return (
    <SettingsFrame part="services">
      <Tiles />
    </SettingsFrame>
  );
}

/** What is open in the dialog: a tile, or a new one. */
type Opened = ServiceTile | 'new' | undefined;

function Tiles() {
  const { t } = useTranslation('services');
  const may = useMay('settings.change');
  const { data: tiles, failure } = useTiles();
  const [opened, setOpened] = useState<Opened>();
  const acts = useTileActs(tiles ?? []);
  if (tiles === undefined)
    return failure ? <FailureNote failure={failure} /> : <Progress label={t('title')} />;
  const add = (
    <Button kind="primary" icon="add" disabled={!may} onClick={() => setOpened('new')}>
      {t('tiles.add')}
    </Button>
  );
  return (
    <>
      {may ? null : <Note title={t('tiles.readOnly')}>{t('tiles.readOnlyNext')}</Note>}
      <RefusalNote refusal={acts.refusal} />
      <FailureNote failure={acts.failure} />
      <Card title={t('title')} aside={tiles.length === 0 ? null : add}>
        {tiles.length === 0 ? (
          <EmptyState icon="wrench" title={t('tiles.none')} actions={add}>
            {t('tiles.noneNext')}
          </EmptyState>
        ) : (
          <ol className="tile-rows" aria-label={t('title')}>
            {tiles.map((tile, index) => (
              <TileRow
                key={tile.serviceTileId}
                tile={tile}
                place={{ index, last: index === tiles.length - 1 }}
                may={may}
                acts={acts}
                onOpen={() => setOpened(tile)}
              />
            ))}
          </ol>
        )}
      </Card>
      <TileDialog
        key={typeof opened === 'object' ? opened.serviceTileId : (opened ?? 'closed')}
        tile={typeof opened === 'object' ? opened : undefined}
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}

interface TileRowProps {
  readonly tile: ServiceTile;
  readonly place: { readonly index: number; readonly last: boolean };
  readonly may: boolean;
  readonly acts: ReturnType<typeof useTileActs>;
  readonly onOpen: () => void;
}

/** Keys with a digit of their own, by their place. */
const DIGITS = 9;

function TileRow({ tile, place, may, acts, onOpen }: TileRowProps) {
  const { t } = useTranslation('services');
  const format = useFormat();
  const { name, code, kind, priceCents, pricePpm, taxed } = tile;
  const price =
    kind === 'care_plan' && pricePpm > 0
      ? t('ofPiece', { rate: formatRate(pricePpm) })
      : priceCents === 0
        ? t('noCharge')
        : format.money(priceCents);
  const facts = [t(`tiles.kind.${kind}`), price, code, taxed ? '' : t('tiles.untaxed')];
  return (
    <li className="tile-row">
      <span className="tile-row-key">
        {place.index < DIGITS ? <Key chord={`Ctrl+${place.index + 1}`} /> : null}
      </span>
      <Stack gap={0} grow>
        <Text strong>{name}</Text>
        <Text size="meta" tone="muted">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Stack>
      <Row gap={4}>
        <span className="tile-row-up">
          <IconButton
            icon="down"
            label={t('tiles.up', { name })}
            disabled={!may || place.index === 0}
            onClick={() => acts.move(tile, -1)}
          />
        </span>
        <IconButton
          icon="down"
          label={t('tiles.down', { name })}
          disabled={!may || place.last}
          onClick={() => acts.move(tile, 1)}
        />
        <IconButton
          icon="edit"
          label={t('tiles.edit', { name })}
          disabled={!may}
          onClick={onOpen}
        />
        <IconButton
          icon="trash"
          label={t('tiles.remove', { name })}
          disabled={!may}
          onClick={() => acts.remove(tile)}
        />
      </Row>
    </li>
  );
}
