import type { StaffId } from '#shared/ids.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { FailureNote } from '../app/answer-notes.tsx';
import { PersonBadge } from '../app/session/person-badge.tsx';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { newPerson, personDraft, type PersonDraft } from './person-draft.ts';
import { PersonDialog } from './person-dialog.tsx';

/** Everyone who works here, and what each may do. */
export function StaffPart() {
  const { t } = useTranslation(['settings', 'common']);
  const may = useMay('staff.manage');
  const [edited, setEdited] = useState<PersonDraft>();
  const people = useStoreQuery({
    key: ['staff.list', 'all'],
    tables: ['staff', 'staff_pin'],
    read: (store) => store.staff.list({ inactive: true }),
  });
  // Branding: a person's id is made here, once, so that a repeated try adds the same one.
  const add = () => setEdited(newPerson(v7() as StaffId));
  useCommands([
    { id: 'staff.add', chord: 'N', label: 'settings:staff.add', when: () => may, run: add },
  ]);
  return (
    <>
      {may ? null : <Note title={t('staff.readOnly')}>{t('staff.readOnlyNext')}</Note>}
      <Card
        title={t('part.staff')}
        aside={
          <Button icon="add" hint="N" disabled={!may} onClick={add}>
            {t('staff.add')}
          </Button>
        }
      >
        {people.data === undefined && people.failure === undefined ? (
          <Progress label={t('common:loading')} />
        ) : null}
        <FailureNote failure={people.failure} />
        <List
          label={t('part.staff')}
          rowHeight={48}
          rows={(people.data ?? []).map((person) => ({
            key: person.staffId,
            content: <PersonRow person={person} />,
            ...(may && { onOpen: () => setEdited(personDraft(person)) }),
          }))}
        />
      </Card>
      <PersonDialog draft={edited} onChange={setEdited} onClose={() => setEdited(undefined)} />
    </>
  );
}

function PersonRow({ person }: { readonly person: StaffMember }) {
  const { t } = useTranslation(['sign-in', 'settings']);
  return (
    <span className="settings-person">
      <PersonBadge initials={person.initials} />
      <Text strong>{person.name}</Text>
      <Text size="second" tone="muted">
        {person.roles.map((role) => t(`roles.${role}`)).join(', ')}
      </Text>
      <Spacer />
      <Row>
        {person.hasPin ? null : <Chip tone="warning">{t('noPin')}</Chip>}
        {person.active ? null : <Chip>{t('settings:staff.inactive')}</Chip>}
      </Row>
    </span>
  );
}
