/** What the window runs on, read from its own name: `Electron 45.4.1 · Chromium 150`. */
export function runtimeOf(userAgent: string): string {
  const electron = /Electron\/([\d.]+)/.exec(userAgent)?.[1];
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  const parts = [
    electron === undefined ? undefined : `Electron ${electron}`,
    chromium === undefined ? undefined : `Chromium ${chromium}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? userAgent : parts.join(' · ');
}
