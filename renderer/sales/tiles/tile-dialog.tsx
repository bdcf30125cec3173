import '../quick-keys/tiles.css';
import type { ServiceTile, ServiceTileFields, TileKind } from '#shared/sales/tiles/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { PercentField } from '../../app/percent-field.tsx';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { freshId } from '../fresh-id.ts';
import {
  EMPTY_TILE,
  proposedCode,
  SERVICE_TAX_CLASSES,
  tileDraft,
  type TileDraft,
  tileFields,
  type TileProblem,
  tileProblems,
} from './tile-draft.ts';

export interface TileDialogProps {
  /** Undefined: a new one. */
  readonly tile: ServiceTile | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

const KINDS: readonly TileKind[] = ['service', 'gift_wrap', 'care_plan', 'shipping'];

/** One tile: what it is, what it costs, and what it is to the tax. */
export function TileDialog({ tile, open, onClose }: TileDialogProps) {
  const { t } = useTranslation('services');
  return (
    <Dialog
      help="tiles"
      open={open}
      title={tile === undefined ? t('tiles.new') : tile.name}
      width="wide"
      onClose={onClose}
    >
      {open ? <TileForm tile={tile} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface FormPartProps {
  readonly draft: TileDraft;
  readonly set: (part: Partial<TileDraft>) => void;
  readonly wrong: (problem: TileProblem) => string | undefined;
}

function TileForm({ tile, onClose }: Omit<TileDialogProps, 'open'>) {
  const { t } = useTranslation('services');
  const [serviceTileId] = useState(() => tile?.serviceTileId ?? freshId('serviceTile'));
  const [draft, setDraft] = useState(() => (tile ? tileDraft(tile) : EMPTY_TILE));
  const [asked, setAsked] = useState(false);
  const command = useCommand((store, fields: ServiceTileFields, commandId) =>
    store.services.save({ commandId, serviceTileId, isNew: tile === undefined, fields }),
  );
  const problems = tileProblems(draft);
  const save = async () => {
    setAsked(true);
    const fields = tileFields(draft);
    if (!fields) return;
    const answer = await command.run(fields);
    if (answer?.ok === true) onClose();
  };
  const part: FormPartProps = {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    wrong: (problem) =>
      asked && problems.has(problem) ? t(`tiles.problem.${problem}`) : undefined,
  };
  return (
    <Form label={t('tiles.new')} onSubmit={() => void save()}>
      <div className="service-columns">
        <What {...part} />
        <Costs {...part} />
        <Taxes {...part} />
      </div>
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Row apart>
        <span />
        <Button kind="primary" size={44} type="submit" hint="Enter" busy={command.pending}>
          {tile === undefined ? t('tiles.add') : t('tiles.save')}
        </Button>
      </Row>
    </Form>
  );
}

function What({ draft, set, wrong }: FormPartProps) {
  const { t } = useTranslation('services');
  return (
    <>
      <TextField
        label={t('tiles.name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={80}
        size={44}
        autoFocus
        error={wrong('card') ?? wrong('name')}
      />
      <SelectField
        label={t('tiles.kindLabel')}
        help={t(`tiles.kindHelp.${draft.kind}`)}
        value={draft.kind}
        choices={KINDS.map((value) => ({ value, label: t(`tiles.kind.${value}`) }))}
        onChange={(kind) => set({ kind })}
        size={44}
      />
      <TextField
        label={t('tiles.code')}
        help={t('tiles.codeHelp')}
        value={draft.code}
        placeholder={proposedCode(draft.name)}
        onChange={(code) => set({ code })}
        maxLength={24}
        size={44}
        error={wrong('code')}
      />
    </>
  );
}

function Costs({ draft, set, wrong }: FormPartProps) {
  const { t } = useTranslation('services');
  const share = draft.kind === 'care_plan' && draft.pricedBy === 'share';
  return (
    <>
      {draft.kind === 'care_plan' ? (
        <div className="service-wide">
          <Segmented
            label={t('tiles.pricedBy')}
            value={draft.pricedBy}
            choices={[
              { value: 'share', label: t('tiles.byShare') },
              { value: 'amount', label: t('tiles.byAmount') },
            ]}
            onChange={(pricedBy) => set({ pricedBy })}
          />
        </div>
      ) : null}
      {share ? (
        <PercentField
          label={t('tiles.share')}
          value={draft.pricePpm}
          onChange={(pricePpm) => set({ pricePpm })}
          size={44}
          error={wrong('price')}
        />
      ) : (
        <MoneyField
          label={t('tiles.price')}
          help={t('tiles.priceHelp')}
          value={draft.priceCents}
          onChange={(priceCents) => set({ priceCents })}
          size={44}
          error={wrong('price')}
        />
      )}
    </>
  );
}

function Taxes({ draft, set, wrong }: FormPartProps) {
  const { t } = useTranslation('services');
  return (
    <>
      {draft.kind === 'service' ? (
        <>
          <SelectField
            label={t('tiles.taxClass')}
            help={t('tiles.taxClassHelp')}
            value={draft.serviceClass}
            choices={SERVICE_TAX_CLASSES.map((value) => ({
              value,
              label: t(`tiles.class.${value}`),
            }))}
            onChange={(serviceClass) => set({ serviceClass })}
            size={44}
          />
          <PercentField
            label={t('tiles.parts')}
            help={t('tiles.partsHelp')}
            value={draft.partsPpm}
            onChange={(partsPpm) => set({ partsPpm })}
            size={44}
            error={wrong('parts')}
          />
        </>
      ) : null}
      <div className="service-wide">
        <Checkbox
          label={t('tiles.taxed')}
          detail={t('tiles.taxedHelp')}
          checked={draft.taxed}
          onChange={(taxed) => set({ taxed })}
        />
      </div>
    </>
  );
}
