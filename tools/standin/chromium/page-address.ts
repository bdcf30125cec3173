/**
 * Chromium knows no custom schemes, so a page of `app://shop/x` really lives at `https://shop.app.standin.test/x`.
 * The program only ever sees the first form. `.test` never resolves, so nothing can leave for the network.
 */
const customSchemes = new Set<string>();
const CUSTOM = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is;
const MAPPED = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.standin\.test(.*)$/is;

export function addCustomScheme(scheme: string): void {
  customSchemes.add(scheme);
}

export function removeCustomScheme(scheme: string): void {
  customSchemes.delete(scheme);
}

/** `app://shop/x` → the address Chromium loads. Other addresses pass unchanged. */
export function toChromiumAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = CUSTOM.exec(address) ?? [];
  return customSchemes.has(scheme) ? `https://${host}.${scheme}.standin.test${rest}` : address;
}

/** The address Chromium shows → `app://shop/x`. Other addresses pass unchanged. */
export function toProgramAddress(address: string): string {
  const [, host = '', scheme = '', rest = ''] = MAPPED.exec(address) ?? [];
  return customSchemes.has(scheme) ? `${scheme}://${host}${rest}` : address;
}

/** `app://shop/x` → `app://shop`, as a frame's origin reads in Electron for a standard scheme. */
export function originOf(address: string): string {
  const [, scheme = '', host = ''] = CUSTOM.exec(address) ?? [];
  if (customSchemes.has(scheme)) return `${scheme}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : 'null';
}

/** A Content-Security-Policy that names a custom scheme has to name its mapped hosts for Chromium. */
export function toChromiumPolicy(policy: string): string {
  return policy.replaceAll(
    /([\s;,])([a-z][a-z0-9+-]*):(\/\/[^\s;,/]+)?(?=[\s;,]|$)/gi,
    (whole: string, before: string, scheme: string, host?: string) => {
      if (!customSchemes.has(scheme)) return whole;
      return `${before}https://${host ? host.slice(2) : '*'}.${scheme}.standin.test`;
    },
  );
}
