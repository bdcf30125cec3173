import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { CommandsProvider } from '../commands/command-context.tsx';
import { listenForCommands, runTypedKey } from '../commands/listen.ts';
import { createCommandRegistry } from '../commands/registry.ts';
import { ScanProvider } from '../scanner/scan-context.tsx';
import { StoreProvider } from '../store-client/store-hooks.tsx';
import type { StoreClient } from '../store-client/store-client.ts';
import { ToastProvider } from '../ui/messages/toasts.tsx';
import { UiProvider } from '../ui/theme/ui-provider.tsx';
import { CrashBoundary } from './frame/crash-pages.tsx';
import { usePreferences } from './preferences.ts';
import { createWindowRouter } from './router.tsx';

/** The store is on this computer: it is asked at once, online or not, and asked again only when it says that data changed. */
function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: 1,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export interface AppProps {
  readonly client: StoreClient;
}

export function App({ client }: AppProps) {
  const [cache] = useState(createCache);
  const [registry] = useState(createCommandRegistry);
  const [router] = useState(createWindowRouter);
  const [{ scheme }] = usePreferences();
  useEffect(() => listenForCommands(registry, window), [registry]);
  return (
    <UiProvider scheme={scheme}>
      <CrashBoundary>
        <QueryClientProvider client={cache}>
          <StoreProvider client={client}>
            <CommandsProvider registry={registry}>
              <ScanProvider onTypedKey={(key) => runTypedKey(registry, key)}>
                <ToastProvider>
                  <RouterProvider router={router} />
                </ToastProvider>
              </ScanProvider>
            </CommandsProvider>
          </StoreProvider>
        </QueryClientProvider>
      </CrashBoundary>
    </UiProvider>
  );
}
