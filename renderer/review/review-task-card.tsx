import type { ReviewCause, ReviewTask } from '#shared/review/contract.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card, SectionTitle } from '../ui/layout/card.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { ResolveTask } from './resolve-task.tsx';
import { placeOf } from './task-place.ts';

export interface ReviewTaskCardProps {
  readonly task: ReviewTask;
  readonly onSettled: () => void;
}

/** One task: what happened, what to do, the documents, and how it was settled. */
export function ReviewTaskCard({ task, onSettled }: ReviewTaskCardProps) {
  const { t } = useTranslation('review');
  const mayResolve = useMay('review.resolve');
  return (
    <Card
      title={t(`kind.${task.kind}.title`)}
      edge={task.open ? 'warning' : 'success'}
      padded
      label={t('task')}
    >
      <div className="review-task">
        <Subject task={task} />
        <Text as="p">{t(`kind.${task.kind}.what`)}</Text>
        <Text as="p" tone="muted">
          {t(`kind.${task.kind}.next`)}
        </Text>
        <SectionTitle>{t('causes')}</SectionTitle>
        <ul className="review-causes">
          {task.causes.map((cause) => (
            <Cause key={cause.causeId} cause={cause} />
          ))}
        </ul>
        {task.open && mayResolve ? <ResolveTask task={task} onSettled={onSettled} /> : null}
        {task.open && !mayResolve ? (
          <Text as="p" tone="muted">
            {t('managerSettles')}
          </Text>
        ) : null}
        <Settled task={task} />
      </div>
    </Card>
  );
}

/** What it is about, and the way there. */
function Subject({ task }: { readonly task: ReviewTask }) {
  const { t } = useTranslation('review');
  const go = useGo();
  const place = placeOf(task);
  return (
    <Row gap={12}>
      <Text as="p" strong>
        {task.subjectWords === '' ? t('notArrived') : task.subjectWords}
      </Text>
      <Spacer />
      {place === undefined ? null : (
        <Button onClick={() => go(place.address)}>{t(`go.${place.name}`)}</Button>
      )}
    </Row>
  );
}

function Cause({ cause }: { readonly cause: ReviewCause }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const desk = useSaleDesk();
  const { saleId } = cause;
  return (
    <li>
      <div className="review-cause">
        <span className="review-document">
          <Text strong>{cause.number ?? t('notArrived')}</Text>
          <Text tone="muted">{t(`document.${cause.documentKind}`)}</Text>
          {cause.atMs === null ? null : <Text tone="muted">{format.dateTime(cause.atMs)}</Text>}
        </span>
        {cause.amountCents === null ? <span /> : <Money amount={cause.amountCents} />}
        {desk && saleId !== null ? (
          <Button onClick={() => desk.showReceipt(saleId)}>{t('openReceipt')}</Button>
        ) : null}
      </div>
    </li>
  );
}

function Settled({ task }: { readonly task: ReviewTask }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  if (task.resolutions.length === 0) return null;
  return (
    <>
      <SectionTitle>{t('settled')}</SectionTitle>
      <ul className="review-causes">
        {task.resolutions.map((each) => (
          <li key={each.atMs}>
            <Text as="p" strong>
              {t(`outcome.${each.outcome}`)}
            </Text>
            <Text as="p">{each.reason}</Text>
            <Text as="p" size="second" tone="muted">
              {t('settledBy', { name: each.staffName, at: format.dateTime(each.atMs) })}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
