import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { NotFoundPage, ScreenStopped } from './frame/crash-pages.tsx';
import { openSections, screens } from './parts.ts';
import { Shell } from './frame/shell.tsx';
import { galleryScreen } from './gallery/gallery-screen.ts';

/** Addresses after `#`: the same in the desktop program, on loopback and in a link on paper. */
export function createWindowRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
  const start = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      const [first] = openSections;
      if (first !== undefined) throw redirect({ to: `/${first}` });
    },
  });
  const all = [...screens, ...galleryScreen].map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: lazyRouteComponent(async () => ({ default: await screen.load() })),
    }),
  );
  return createRouter({
    routeTree: root.addChildren([start, ...all]),
    history: createHashHistory(),
    defaultErrorComponent: ScreenStopped,
    defaultPendingMinMs: 0,
  });
}
