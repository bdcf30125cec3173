import type { PieceId } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { TagPreview } from './tag-preview.tsx';
import { usePieceTag, usePrintTags, useTagSettings } from './use-tags.ts';

/** Shows the tag of one piece, and prints it. */
export function PieceTagButton({ pieceId }: { readonly pieceId: PieceId }) {
  const { t } = useTranslation('tags');
  const [open, setOpen] = useState(false);
  const may = useMay('printing.use');
  const show = () => setOpen(true);
  useCommands([
    { id: 'piece.tag', chord: 'T', label: 'tags:keys.tag', when: () => may, run: show },
  ]);
  if (!may) return null;
  return (
    <>
      <Button icon="tag" hint="T" onClick={show}>
        {t('tag')}
      </Button>
      <PieceTagDialog pieceId={pieceId} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

interface PieceTagDialogProps {
  readonly pieceId: PieceId;
  readonly open: boolean;
  readonly onClose: () => void;
}

function PieceTagDialog({ pieceId, open, onClose }: PieceTagDialogProps) {
  const { t } = useTranslation(['tags', 'common']);
  const { print, refusal, failure, pending } = usePrintTags();
  return (
    <Dialog
      open={open}
      title={t('tag')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          size={44}
          icon="print"
          autoFocus
          busy={pending}
          onClick={() => print([pieceId])}
        >
          {t('print')}
        </Button>
      }
    >
      <Stack gap={16}>
        {open ? <PieceTagContent pieceId={pieceId} /> : null}
        <RefusalNote refusal={refusal} />
        <FailureNote failure={failure} />
      </Stack>
    </Dialog>
  );
}

function PieceTagContent({ pieceId }: { readonly pieceId: PieceId }) {
  const { t } = useTranslation('common');
  const tag = usePieceTag(pieceId);
  const { data: settings, failure } = useTagSettings();
  if (failure !== undefined) return <FailureNote failure={failure} />;
  if (tag === undefined || settings === undefined) return <Progress label={t('loading')} />;
  return <TagPreview tag={tag} settings={settings} />;
}
