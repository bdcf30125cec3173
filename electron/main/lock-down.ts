import type { App, Session, WebContents } from 'electron';
import { isOwnAddress } from './page/own-page.ts';

/** Applies to every page there will ever be, also to one nobody thought of. Call it before the first window. */
export function lockDownPages(app: App): void {
  app.on('web-contents-created', (_event, page) => lockDownPage(page));
}

/** A page stays where it is: no other address, no second window, no page inside it. */
export function lockDownPage(page: WebContents): void {
  page.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  page.on('will-redirect', (event) => event.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * The camera is for our own page, top frame, and without the microphone: photos of pieces are taken with it. Nobody gets
 * a position, a device or anything else there is to ask for.
 */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    const { requestingUrl, isMainFrame } = details;
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const wantsCamera = permission === 'media' && wanted.length === 1 && wanted[0] === 'video';
    answer(wantsCamera && isMainFrame && isOwnAddress(requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_page, permission, origin, details) =>
      permission === 'media' &&
      details.mediaType === 'video' &&
      details.isMainFrame &&
      isOwnAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
