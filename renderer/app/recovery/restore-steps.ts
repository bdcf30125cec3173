import type { Drill } from '#shared/settings/contract.ts';

/** Where somebody is on the way from a backup to an open shop. A drill comes before every restore. */
export type RestoreStep =
  | { readonly at: 'choose' }
  | { readonly at: 'drilled'; readonly drill: Drill; readonly understood: boolean }
  | { readonly at: 'restored'; readonly drill: Drill };

export type RestoreEvent =
  | { readonly type: 'drilled'; readonly drill: Drill }
  | { readonly type: 'understood'; readonly understood: boolean }
  | { readonly type: 'restored'; readonly drill: Drill }
  | { readonly type: 'chosenAnew' };

export function nextRestoreStep(step: RestoreStep, event: RestoreEvent): RestoreStep {
  switch (event.type) {
    case 'drilled':
      return { at: 'drilled', drill: event.drill, understood: false };
    case 'understood':
      return step.at === 'drilled' ? { ...step, understood: event.understood } : step;
    case 'restored':
      return step.at === 'drilled' ? { at: 'restored', drill: event.drill } : step;
    case 'chosenAnew':
      return step.at === 'restored' ? step : { at: 'choose' };
  }
}

/** Only what was tried out and whose loss was read may take the shop's place. */
export function mayRestore(step: RestoreStep): boolean {
  return step.at === 'drilled' && step.understood;
}

/** What a restore loses: nothing, a known number of entries, or an unknown one because the shop cannot be read. */
export function lossOf({ lostChangesets }: Drill): 'nothing' | 'counted' | 'unknown' {
  if (lostChangesets === null) return 'unknown';
  return lostChangesets === 0 ? 'nothing' : 'counted';
}
