import './shell.css';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { frameParts, openSections } from '../parts.ts';
import { KeyBar } from './key-bar.tsx';
import { KeyOverlay } from './key-overlay.tsx';
import { Nav } from './nav.tsx';
import { useGo } from '../navigation.ts';
import { SideSlotProvider, useSideSlot } from '../slots.tsx';
import { StoreBanner, StoreGate } from './store-banner.tsx';
import { TopBar } from './top-bar.tsx';

/** Everything of the window that stays while screens change: top 48, nav 72, side 360, keys 28. */
export function Shell() {
  return (
    <StoreGate>
      <Gates>
        <FrameOrPaper />
      </Gates>
    </StoreGate>
  );
}

/** First run and sign-in stand before the frame, in their own order. */
function Gates({ children }: { readonly children: ReactNode }) {
  const gates = frameParts.flatMap((part) => part.gate ?? []).toSorted((a, b) => b.order - a.order);
  return gates.reduce<ReactNode>((inside, { component: Gate }) => <Gate>{inside}</Gate>, children);
}

/** A paper stands alone on its page, so that the PDF holds nothing else. */
function FrameOrPaper() {
  const { pathname } = useLocation();
  return pathname.startsWith('/paper/') ? <Outlet /> : <Frame />;
}

function Frame() {
  const { t } = useTranslation('shell');
  const { slot, taken, setPlace } = useSideSlot();
  const main = useRef<HTMLElement>(null);
  useSectionKeys();
  useTitle();
  return (
    <SideSlotProvider value={slot}>
      <div className="app" data-side={taken}>
        <a className="app-skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
          {t('skipToContent')}
        </a>
        <TopBar />
        <Nav />
        <main ref={main} id="main" className="app-main" tabIndex={-1}>
          <StoreBanner />
          {frameParts.map((part, index) => part.banner && <part.banner key={index} />)}
          <Outlet />
        </main>
        <aside ref={setPlace} className="app-side" aria-label={t('sideLabel')} hidden={!taken} />
        <KeyBar />
      </div>
      <KeyOverlay />
      {frameParts.map((part, index) => part.resident && <part.resident key={index} />)}
    </SideSlotProvider>
  );
}

function skipTo(event: { preventDefault: () => void }, main: HTMLElement | null): void {
  event.preventDefault(); // the hash is the router's
  main?.focus();
}

/** Alt+1…9 open the sections in the order of the navigation. */
function useSectionKeys(): void {
  const go = useGo();
  useCommands(
    openSections.map((section, index) => ({
      id: `section.${section}`,
      chord: `Alt+${index + 1}`,
      label: `shell:sections.${section}`,
      quiet: true,
      run: () => go(`/${section}`),
    })),
  );
}

function useTitle(): void {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const section = openSections.find(
    (each) => pathname === `/${each}` || pathname.startsWith(`/${each}/`),
  );
  const title =
    section === undefined ? t('product') : `${t(`sections.${section}`)} · ${t('product')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
