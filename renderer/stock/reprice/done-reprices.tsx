import type { RepriceSummary } from '#shared/stock/reprice/contract.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { percentText } from '../../app/percent.ts';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { useUndoReprice } from './use-reprice.ts';

/** What was repriced before, each with its undo. */
export function DoneReprices() {
  const { t } = useTranslation('reprice');
  const { data, failure } = useStoreQuery({
    key: ['reprice.list'],
    tables: ['reprice', 'reprice_line'],
    read: (store) => store.reprice.list({}),
  });
  const done = data ?? [];
  if (done.length === 0 && failure === undefined) return null;
  return (
    <Card title={t('before')} padded>
      <FailureNote failure={failure} />
      <Stack gap={12}>
        {done.slice(0, 8).map((each) => (
          <DoneReprice key={each.repriceId} reprice={each} />
        ))}
      </Stack>
    </Card>
  );
}

function DoneReprice({ reprice }: { readonly reprice: RepriceSummary }) {
  const { t } = useTranslation('reprice');
  const format = useFormat();
  const { show } = useToasts();
  const undo = useUndoReprice();
  const { repriceId, pieceCount, undoneCount, undoesId } = reprice;
  const takeBack = async (leaveChanged: boolean) => {
    const count = await undo.run(repriceId, leaveChanged);
    if (count > 0)
      show({
        text: t('undone', { count, shown: format.count(count) }),
        tone: 'success',
        seconds: 4,
      });
  };
  const changed = undo.refused?.refusal.code === 'REPRICE_CHANGED_SINCE';
  return (
    <Stack gap={4}>
      <Row apart wrap>
        <Stack gap={0}>
          <Text strong>{undoesId === null ? ruleWords(reprice, t, format) : t('undoing')}</Text>
          <Text size="meta" tone="muted">
            {t('when', {
              shown: format.count(pieceCount),
              count: pieceCount,
              time: format.dateTime(reprice.atMs),
            })}
          </Text>
        </Stack>
        {undoneCount >= pieceCount ? (
          <Text size="meta" tone="muted">
            {t('isUndone')}
          </Text>
        ) : (
          <Button icon="undo" busy={undo.pending} onClick={() => void takeBack(false)}>
            {t('undo')}
          </Button>
        )}
      </Row>
      <RefusalNote
        refusal={undo.refused?.refusal}
        action={
          changed ? (
            <Button onClick={() => void takeBack(true)}>{t('undoOthers')}</Button>
          ) : undefined
        }
      />
      <FailureNote failure={undo.failure} />
    </Stack>
  );
}

type Words = ReturnType<typeof useTranslation<'reprice'>>['t'];

function ruleWords(
  { rule }: RepriceSummary,
  t: Words,
  format: ReturnType<typeof useFormat>,
): string {
  switch (rule?.way) {
    case 'percent':
      return t(rule.changePpm < 0 ? 'said.down' : 'said.up', {
        percent: percentText(Math.abs(rule.changePpm)),
      });
    case 'markup':
      return t('said.markup', { times: String(rule.timesThousandths / 1000) });
    case 'set':
      return t('said.set', { price: format.money(rule.priceCents) });
    case undefined:
      return '';
  }
}
