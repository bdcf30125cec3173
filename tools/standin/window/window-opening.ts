/** What a page asks for with `window.open` or a link into a new window; Electron's HandlerDetails. */
export interface WindowOpening {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: 'new-window' | 'foreground-tab';
  readonly referrer: { readonly url: string; readonly policy: 'strict-origin-when-cross-origin' };
}

export function windowOpening(
  url: string,
  frameName: string,
  features: string,
  openerUrl: string,
): WindowOpening {
  return {
    url,
    frameName,
    features,
    disposition: features ? 'new-window' : 'foreground-tab',
    referrer: { url: openerUrl, policy: 'strict-origin-when-cross-origin' },
  };
}
