import './shell.css';
import { useTranslation } from 'react-i18next';
import { useOfferedCommands } from '../../commands/command-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { useLabels } from '../../i18n/labels.ts';
import { Key } from '../../ui/actions/key.tsx';

/** What each key does now. It teaches the keys and can be pressed itself. */
export function KeyBar() {
  const { t } = useTranslation('shell');
  const commands = useOfferedCommands().filter((command) => command.quiet !== true);
  const help = commands.filter((command) => command.chord === '?');
  return (
    <footer className="app-keys" aria-label={t('keysLabel')}>
      <div className="app-keys-now">
        {commands.map((command) =>
          command.chord === '?' ? null : <BarKey key={command.id} command={command} />,
        )}
      </div>
      {help.map((command) => (
        <BarKey key={command.id} command={command} />
      ))}
    </footer>
  );
}

function BarKey({ command }: { readonly command: Command }) {
  const label = useLabels();
  return (
    <button className="app-key" type="button" tabIndex={-1} onClick={command.run}>
      <Key chord={command.chord} />
      {label(command.label)}
    </button>
  );
}
