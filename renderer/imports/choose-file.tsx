import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Progress } from '../ui/messages/progress.tsx';

export interface ChooseFileProps {
  /** The file being read, undefined while none is. */
  readonly reading: string | undefined;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, with a button for those who choose one. */
export function ChooseFile({ reading, onFile }: ChooseFileProps) {
  const { t } = useTranslation('import');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const choose = () => input.current?.click();
  useCommands([{ id: 'import.choose', chord: 'Ctrl+O', label: 'import:keys.choose', run: choose }]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  if (reading !== undefined)
    return <Progress label={t('file.reading', { name: reading })} detail={t('file.nothingYet')} />;
  return (
    <div
      className="imports-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <Text as="h2" size="lead" strong>
        {t('file.title')}
      </Text>
      <Text as="p" tone="muted">
        {t('file.hint')}
      </Text>
      <Button kind="primary" size={44} hint="Ctrl+O" autoFocus onClick={choose}>
        {t('file.choose')}
      </Button>
      <input
        ref={input}
        className="ui-hidden"
        type="file"
        accept=".csv,.txt,.tsv,.json,text/csv,text/plain,application/json"
        tabIndex={-1}
        aria-label={t('file.choose')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = ''; // the same file may be chosen again
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
