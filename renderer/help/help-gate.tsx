import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useCommands } from '../commands/command-context.tsx';
import { HelpProvider, type HelpDesk } from '../ui/messages/help-context.ts';
import { HelpPanel } from './help-panel.tsx';
import { pageForAddress } from './topics.ts';

/** F1 anywhere, from the first page of the set-up on: the page of the guide for what lies on top. */
export function HelpGate({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  const [topic, setTopic] = useState<string>();
  const [places] = useState<{ readonly page: string }[]>(() => []);
  const desk = useMemo<HelpDesk>(
    () => ({
      open: setTopic,
      stand: (page) => {
        const place = { page };
        places.push(place);
        return () => void places.splice(places.indexOf(place), 1);
      },
    }),
    [places],
  );
  useCommands([
    {
      id: 'help',
      chord: 'F1',
      label: 'shell:keys.help',
      everywhere: true,
      run: () => setTopic(places.at(-1)?.page ?? pageForAddress(pathname)),
    },
  ]);
  return (
    <HelpProvider value={desk}>
      {children}
      <HelpPanel topic={topic} onTopic={setTopic} onClose={() => setTopic(undefined)} />
    </HelpProvider>
  );
}
