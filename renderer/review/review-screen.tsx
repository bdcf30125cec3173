import './review.css';
import type { ReviewTask } from '#shared/review/contract.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { focusRow } from '../app/list-filter.tsx';
import { useShortDay } from '../app/use-short-day.ts';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { useReviewInbox } from './review-data.ts';
import { ReviewTaskCard } from './review-task-card.tsx';

/** What two registers did that cannot both be right, and what a close left open: people settle it here. */
export function ReviewScreen() {
  const { t } = useTranslation(['review', 'common']);
  const { data, failure, again } = useReviewInbox();
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string>();
  const tasks = data?.tasks ?? [];
  // Open ones stand first: whoever settled one is at the next.
  const chosen = tasks.find((task) => task.reviewTaskId === chosenId) ?? tasks[0];
  useCommands([
    {
      id: 'review.rows',
      chord: '↓',
      label: 'review:keys.rows',
      when: () => tasks.length > 0,
      run: () => focusRow(list.current),
    },
  ]);
  return (
    <>
      <ScreenHead
        title={t('title')}
        detail={data && data.openCount > 0 ? t('open', { count: data.openCount }) : ''}
      />
      <FailureNote
        failure={failure}
        action={<Button onClick={again}>{t('common:retry')}</Button>}
      />
      {data === undefined && failure === undefined ? (
        <Progress label={t('common:loading')} />
      ) : null}
      {data && tasks.length === 0 ? (
        <EmptyState icon="check" title={t('none')}>
          {t('noneNext')}
        </EmptyState>
      ) : null}
      {chosen ? (
        <div className="review">
          <Card title={t('list')}>
            <div ref={list}>
              <List
                label={t('list')}
                rowHeight={48}
                rows={tasks.map((task) => ({
                  key: task.reviewTaskId,
                  content: <TaskRow task={task} />,
                  chosen: task.reviewTaskId === chosen.reviewTaskId,
                  onOpen: () => setChosenId(task.reviewTaskId),
                }))}
              />
            </div>
          </Card>
          <ReviewTaskCard
            key={chosen.reviewTaskId}
            task={chosen}
            onSettled={() => setChosenId(undefined)}
          />
        </div>
      ) : null}
    </>
  );
}

function TaskRow({ task }: { readonly task: ReviewTask }) {
  const { t } = useTranslation('review');
  const shortDay = useShortDay();
  const day = task.causes.find((cause) => cause.businessDate !== null)?.businessDate ?? null;
  return (
    <span className="review-row">
      <Text strong clip>
        {t(`kind.${task.kind}.title`)}
      </Text>
      <Chip tone={task.open ? 'warning' : 'success'}>{t(task.open ? 'isOpen' : 'isSettled')}</Chip>
      <Text size="second" tone="muted" clip>
        {task.subjectWords === '' ? t('notArrived') : task.subjectWords}
      </Text>
      <Text size="second" tone="muted">
        {day === null ? '' : shortDay(day)}
      </Text>
    </span>
  );
}
