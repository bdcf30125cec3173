import { type Cents, negateCents } from '#shared/money.ts';
import type { ReturnableLine, ReturnableTicket } from '#shared/sales/returns/contract.ts';
import { mayTradeUp } from '#shared/sales/returns/return-lines.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OverrideDialog, type OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useMay } from '../../app/session/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { quantityText, readQuantity } from '../lines/quantity.ts';
import { chosenLines, type LineDraft, type ReturnDraft, withLine } from './return-draft.ts';

export interface ReturnLineProps {
  readonly ticket: ReturnableTicket;
  readonly line: ReturnableLine;
  /** Undefined: it cannot be brought. */
  readonly draft: LineDraft | undefined;
  /** Somebody went on with it: what is missing is said. */
  readonly asked: boolean;
  readonly onDraft: (make: (now: ReturnDraft) => ReturnDraft) => void;
}

/** A line of the sale. Ticked, it says how much of it comes, as what, and where it goes. */
export function ReturnLine(props: ReturnLineProps) {
  const { t } = useTranslation('returns');
  const { ticket, line, draft, onDraft } = props;
  const format = useFormat();
  const change = (part: Partial<LineDraft>) =>
    onDraft((now) => withLine(now, line.saleLineId, part));
  const [chosen] = draft
    ? chosenLines({ ...ticket, lines: [line] }, new Map([[line.saleLineId, draft]]))
    : [];
  const count = format.count(line.leftThousandths / 1000);
  const state = draft ? t('line.left', { count }) : stateWords(line, t);
  return (
    <li data-ticked={draft?.ticked ?? false}>
      <Row apart gap={16}>
        <Checkbox
          label={line.description}
          detail={[line.stockNumber, state].filter(Boolean).join(' · ')}
          checked={draft?.ticked ?? false}
          disabled={!draft}
          onChange={(ticked) => change({ ticked })}
        />
        <Money
          amount={chosen ? chosen.backCents : ((line.sold.netCents + line.sold.taxCents) as Cents)}
          strong={chosen !== undefined}
          {...(chosen === undefined && { tone: 'muted' })}
        />
      </Row>
      {draft?.ticked ? <LineChoices {...props} draft={draft} onChange={change} /> : null}
      {draft?.ticked && chosen && chosen.feeCents > 0 ? (
        <Fee
          draft={draft}
          feeCents={chosen.feeCents}
          description={line.description}
          onWaived={(waived) => change({ waived })}
        />
      ) : null}
    </li>
  );
}

function stateWords(
  line: ReturnableLine,
  t: ReturnType<typeof useTranslation<'returns'>>['t'],
): string {
  return line.leftThousandths === 0 ? t('line.cameBack') : t('line.isHere');
}

interface LineChoicesProps extends ReturnLineProps {
  readonly draft: LineDraft;
  readonly onChange: (part: Partial<LineDraft>) => void;
}

function LineChoices({ ticket, line, draft, asked, onChange }: LineChoicesProps) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const [typed, setTyped] = useState(() =>
    draft.quantityThousandths === undefined ? '' : quantityText(draft.quantityThousandths),
  );
  const over =
    draft.quantityThousandths === undefined || draft.quantityThousandths > line.leftThousandths;
  const most = format.count(line.leftThousandths / 1000);
  const name = line.description;
  return (
    <div className="return-choices">
      {line.oneOfOne || line.leftThousandths === 1000 ? null : (
        <TextField
          label={t('line.quantity', { name })}
          inputMode="decimal"
          maxLength={9}
          size={36}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            onChange({ quantityThousandths: readQuantity(text) });
          }}
          error={over && (asked || typed !== '') ? t('line.atMost', { most }) : undefined}
        />
      )}
      {mayTradeUp(ticket, line) ? (
        <Segmented
          label={t('line.as', { name })}
          value={draft.kind}
          choices={[
            { value: 'return', label: t('line.return') },
            { value: 'trade_up', label: t('line.tradeUp') },
          ]}
          onChange={(kind) => onChange({ kind })}
        />
      ) : null}
      {line.pieceId === null ? null : (
        <Segmented
          label={t('line.goesTo', { name })}
          value={draft.disposition}
          choices={[
            { value: 'stock', label: t('line.toStock') },
            { value: 'inspection', label: t('line.toInspection') },
          ]}
          onChange={(disposition) => onChange({ disposition })}
        />
      )}
    </div>
  );
}

interface FeeProps {
  readonly draft: LineDraft;
  readonly feeCents: Cents;
  readonly description: string;
  readonly onWaived: (waived: LineDraft['waived']) => void;
}

/** What the store keeps; let go by whoever may change prices, or by a manager's word for this line and this fee. */
function Fee({ draft, feeCents, description, onWaived }: FeeProps) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const mayAlone = useMay('sales.changePrice');
  const [request, setRequest] = useState<OverrideRequest>();
  const amount = format.money(feeCents);
  const waive = () => {
    if (mayAlone) return onWaived({ overrideId: null });
    setRequest({
      permission: 'sales.changePrice',
      subjectId: draft.lineId,
      amountCents: feeCents,
      what: t('fee.what', { description, amount }),
    });
  };
  return (
    <div className="return-choices">
      <Text tone={draft.waived ? 'muted' : 'warning'}>
        {draft.waived
          ? t('fee.waived', { amount })
          : t('fee.kept', { amount: format.money(negateCents(feeCents)) })}
      </Text>
      {draft.waived ? (
        <Button onClick={() => onWaived(undefined)}>{t('fee.keep')}</Button>
      ) : (
        <Button onClick={waive}>{t('fee.waive')}</Button>
      )}
      <OverrideDialog
        request={request}
        onAllowed={(overrideId) => {
          setRequest(undefined);
          onWaived({ overrideId });
        }}
        onClose={() => setRequest(undefined)}
      />
    </div>
  );
}
