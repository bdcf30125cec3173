import './recovery.css';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { FailureNote } from '../answer-notes.tsx';
import { useSystemStatus } from '../system-status.ts';
import { codeGroups, sheetText, type SheetWords } from './code-groups.ts';

export interface RecoveryCodeProps {
  readonly code: string;
  /** Somebody said that it is on paper: it is never shown again. */
  readonly onConfirmed: () => void;
  /** Left out where there is nothing to put off. */
  readonly onLater?: () => void;
}

/** The one code that opens the shop when its key is gone. Big enough to copy by hand. */
export function RecoveryCode({ code, onConfirmed, onLater }: RecoveryCodeProps) {
  const { t } = useTranslation('system');
  const words = useSheetWords();
  const confirm = useCommand((store, _: object) => store.system.confirmRecoveryCode({}));
  const onPaper = async () => {
    const answer = await confirm.run({});
    if (answer?.ok === true) onConfirmed();
  };
  return (
    <Stack gap={16}>
      <Text as="p">{t('recovery.what')}</Text>
      <ol className="recovery-code" aria-label={t('recovery.title')}>
        {codeGroups(code).map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
      <Text as="p" tone="muted">
        {t('recovery.keep')}
      </Text>
      <Row wrap>
        <Button size={44} icon="print" onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <Button size={44} onClick={() => saveText('recovery-code.txt', sheetText(code, words))}>
          {t('recovery.save')}
        </Button>
      </Row>
      <FailureNote failure={confirm.failure} />
      <Row wrap>
        <Button kind="primary" size={56} busy={confirm.pending} onClick={() => void onPaper()}>
          {t('recovery.onPaper')}
        </Button>
        {onLater === undefined ? null : (
          <Button size={56} onClick={onLater}>
            {t('recovery.later')}
          </Button>
        )}
      </Row>
      <PrintSheet code={code} words={words} />
    </Stack>
  );
}

function useSheetWords(): SheetWords {
  const { t } = useTranslation('system');
  const { data: status } = useSystemStatus();
  return {
    title: t('recovery.title'),
    store: status?.name ?? '',
    what: t('recovery.what'),
    keep: t('recovery.keep'),
  };
}

/** The only thing on the printed page; the window itself stays on screen. */
function PrintSheet({ code, words }: { readonly code: string; readonly words: SheetWords }) {
  const groups = codeGroups(code);
  return createPortal(
    <div className="recovery-sheet" aria-hidden="true">
      <h1>{words.title}</h1>
      <p>{words.store}</p>
      <p className="recovery-sheet-code">
        {groups.slice(0, 4).join(' - ')}
        <br />
        {groups.slice(4).join(' - ')}
      </p>
      <p>{words.what}</p>
      <p>{words.keep}</p>
    </div>,
    document.body,
  );
}

/** Hands a text to the system's own "save as". */
function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
