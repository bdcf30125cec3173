/** What a page's isolated world tells the main process. Port ids: the page counts up from 1, main down from -1. */
export type FromPage =
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | {
      readonly type: 'post';
      readonly channel: string;
      readonly message: unknown;
      readonly ports: readonly number[];
    }
  | {
      readonly type: 'port-message';
      readonly port: number;
      readonly message: unknown;
      readonly ports: readonly number[];
    }
  | { readonly type: 'port-closed'; readonly port: number }
  | {
      readonly type: 'open-window';
      readonly url: string;
      readonly frameName: string;
      readonly features: string;
    }
  | { readonly type: 'preload-error'; readonly message: string };

/** What the main process tells a page's isolated world. */
export type ToPage =
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | {
      readonly type: 'post';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly number[];
    }
  | {
      readonly type: 'port-message';
      readonly port: number;
      readonly message: unknown;
      readonly ports: readonly number[];
    }
  | { readonly type: 'port-closed'; readonly port: number };
