import './shell.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry, useCommands } from '../../commands/command-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { useLabels } from '../../i18n/labels.ts';
import { Key } from '../../ui/actions/key.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';

/** `?`: every command where one is, read from the registry at that moment, each with its key and to be clicked. */
export function KeyOverlay() {
  const { t } = useTranslation('shell');
  const label = useLabels();
  const registry = useCommandRegistry();
  const [commands, setCommands] = useState<readonly Command[]>();
  const open = () => setCommands(registry.list());
  const close = () => setCommands(undefined);
  const take = ({ run }: Command) => {
    close();
    // The list was open when the command was read: it runs once the screen below has its keys again.
    setTimeout(run);
  };
  useCommands([
    { id: 'help.keys', chord: '?', label: 'shell:keys.all', everywhere: true, run: open },
    {
      id: 'window.full',
      chord: 'F11',
      label: 'shell:keys.fullScreen',
      everywhere: true,
      quiet: true,
      run: toggleFullScreen,
    },
  ]);
  return (
    <Dialog open={commands !== undefined} title={t('allKeys.title')} width="wide" onClose={close}>
      <ul className="app-all-keys">
        {commands?.map((command) => (
          <li key={command.id}>
            <button type="button" className="app-all-keys-row" onClick={() => take(command)}>
              <Key chord={command.chord} />
              <span>{label(command.label)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Text as="p" size="second" tone="muted">
        {t('allKeys.hint')}
      </Text>
    </Dialog>
  );
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}
