import type { Thousandths } from '#shared/money.ts';
import type { Count, CountScanAnswer } from '#shared/stock/counts/contract.ts';
import type { PlaceId } from '#shared/stock/places/contract.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useScan } from '../../scanner/scan-context.tsx';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';

interface Wanted {
  readonly code: string;
  readonly quantityThousandths: Thousandths | null;
}

/** Takes scans one after another, and says large what the last one came to. */
export function ScanCard({ count }: { readonly count: Count }) {
  const { t } = useTranslation('counts');
  const [typed, setTyped] = useState('');
  const [quantity, setQuantity] = useState<number>();
  const scan = useCountScans(count);
  useScan(({ code, repeat }) => {
    if (!repeat) scan.take({ code, quantityThousandths: null });
  });
  const submit = () => {
    const { last } = scan;
    if (last?.kind === 'quantity' && quantity !== undefined) {
      // Branding: whole ones, in thousandths.
      const quantityThousandths = (quantity * 1000) as Thousandths;
      scan.take({ code: last.piece.stockNumber, quantityThousandths });
      setQuantity(undefined);
    } else if (typed.trim() !== '') scan.take({ code: typed.trim(), quantityThousandths: null });
    setTyped('');
  };
  return (
    <Card label={t('scan')} padded>
      <Form label={t('scan')} onSubmit={submit}>
        <Row gap={12} align="end" wrap>
          {scan.last?.kind === 'quantity' ? (
            <NumberField
              label={t('howMany')}
              size={44}
              value={quantity}
              onChange={setQuantity}
              autoFocus
            />
          ) : (
            <TextField label={t('code')} size={44} value={typed} onChange={setTyped} />
          )}
          <Button size={44} type="submit">
            {t('enter')}
          </Button>
          <Text tone="muted">{t('at', { place: scan.placeName ?? t('noPlace') })}</Text>
        </Row>
      </Form>
      <div className="count-last" data-tone={toneOf(scan.last)} role="status">
        {scan.last === undefined ? t('ready') : <LastScan last={scan.last} />}
      </div>
      <RefusalNote refusal={scan.refusal} />
      <FailureNote failure={scan.failure} />
    </Card>
  );
}

/** One scan is written before the next is asked for, in the order in which they were read. */
function useCountScans(count: Count) {
  const [last, setLast] = useState<CountScanAnswer>();
  const [place, setPlace] = useState(count.lastPlace);
  const at = useRef<PlaceId | null>(count.lastPlace?.placeId ?? null);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const command = useCommand(
    (store, wanted: Wanted & { readonly placeId: PlaceId | null }, commandId) =>
      store.counts.scan({ commandId, countId: count.countId, ...wanted }),
  );
  const latest = useRef(command.run);
  latest.current = command.run;
  const one = async (wanted: Wanted) => {
    const answer = await latest.current({ ...wanted, placeId: at.current });
    if (answer?.ok !== true) return;
    if (answer.value.kind === 'place') {
      at.current = answer.value.placeId;
      setPlace(answer.value);
    }
    setLast(answer.value);
  };
  const take = (wanted: Wanted) => {
    turn.current = turn.current.then(() => one(wanted));
  };
  const { refusal, failure } = command;
  return { take, last, placeName: place?.name, refusal, failure };
}

function LastScan({ last }: { readonly last: CountScanAnswer }) {
  const { t } = useTranslation('counts');
  switch (last.kind) {
    case 'place':
      return t('nowAt', { place: last.name });
    case 'unknown':
      return t('unknown', { code: last.code });
    case 'quantity':
      return t('askQuantity', { piece: last.piece.description });
    case 'piece': {
      const { stockNumber, description } = last.piece;
      const words = `${stockNumber} · ${description}`;
      const again = last.before === undefined ? '' : ` ${t('again')}`;
      return `${words}: ${t(`said.${last.outcome}`, { home: last.home ?? '' })}${again}`;
    }
  }
}

function toneOf(last: CountScanAnswer | undefined): string | undefined {
  if (last === undefined || last.kind === 'place') return undefined;
  if (last.kind !== 'piece') return 'warning';
  if (last.outcome === 'found') return 'success';
  return last.outcome === 'wrong_place' ? 'danger' : 'warning';
}
