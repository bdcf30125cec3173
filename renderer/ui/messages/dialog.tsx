import './messages.css';
import { Modal } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandLayer, useCommandRegistry } from '../../commands/command-context.tsx';
import { Button } from '../actions/button.tsx';
import { IconButton } from '../actions/icon-button.tsx';
import { useHelpHere } from './help-context.ts';

/** Where dialogs lie: over the screen, under the key bar, which keeps telling the truth. */
const LOWEST_Z = 200;

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Esc, the cross, and whatever leads back. Nothing typed may be lost by it. */
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** The page of the guide that F1 opens while this lies on top. Left out: that of the screen below. */
  readonly help?: string;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A question or a small form above the screen. Focus stays inside; the part with `autoFocus` has it first. */
export function Dialog(props: DialogProps) {
  const { open, title, onClose, width = 'normal', help, footer, children } = props;
  const { t } = useTranslation('common');
  return (
    <Layer kind="dialog" open={open} name={title} help={help} onClose={onClose} data-width={width}>
      <div className="ui-dialog-head">
        <Modal.Title className="ui-text" data-size="title">
          {title}
        </Modal.Title>
        <IconButton icon="close" label={t('close')} hint="Esc" onClick={onClose} />
      </div>
      <div className="ui-dialog-body">{children}</div>
      {footer === undefined ? null : <div className="ui-dialog-foot">{footer}</div>}
    </Layer>
  );
}

export interface SheetProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Words of the button that leads back: "Back to the sale". */
  readonly backLabel: string;
  readonly onClose: () => void;
  /** The page of the guide that F1 opens while this lies on top. */
  readonly help?: string;
  /** The right column, as wide as the cart, with the main button where Pay was. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A second step over the screen, payment first of all: it leaves the top bar and the key bar in sight. */
export function Sheet(props: SheetProps) {
  const { open, title, detail, backLabel, onClose, help, side, children } = props;
  const alone = side === undefined;
  return (
    <Layer
      kind="sheet"
      open={open}
      name={backLabel}
      help={help}
      onClose={onClose}
      data-alone={alone}
    >
      <div className="ui-sheet-main">
        <div className="ui-screen-head">
          <div className="ui-row" data-gap="8" data-align="baseline">
            <Modal.Title className="ui-text" data-size="title">
              {title}
            </Modal.Title>
            <span className="ui-text" data-tone="muted">
              {detail}
            </span>
          </div>
          <Button hint="Esc" onClick={onClose}>
            {backLabel}
          </Button>
        </div>
        {children}
      </div>
      {alone ? null : <div className="ui-sheet-side">{side}</div>}
    </Layer>
  );
}

interface LayerProps {
  readonly kind: 'dialog' | 'sheet';
  readonly open: boolean;
  readonly name: string;
  readonly help: string | undefined;
  readonly onClose: () => void;
  readonly 'data-width'?: string;
  readonly 'data-alone'?: boolean;
  readonly children: ReactNode;
}

const LAYER_CLASSES = {
  dialog: { scrim: 'ui-scrim', inner: 'ui-dialog-inner', content: 'ui-dialog' },
  sheet: { scrim: 'ui-sheet-scrim', inner: 'ui-sheet-inner', content: 'ui-sheet' },
} as const;

/** What a dialog and a sheet have in common: they lie above the screen, keep focus and keys, and Esc leads back. */
function Layer({ kind, open, name, help, onClose, children, ...data }: LayerProps) {
  const zIndex = useZIndex(open);
  useHelpHere(open ? help : undefined);
  const { scrim, ...classNames } = LAYER_CLASSES[kind];
  return (
    <Modal.Root
      opened={open}
      zIndex={zIndex}
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay className={scrim} />
      <Modal.Content classNames={classNames} {...data}>
        <CommandLayer name={name} onBack={onClose}>
          {children}
          <FirstFocus />
        </CommandLayer>
      </Modal.Content>
    </Modal.Root>
  );
}

/**
 * What opens later lies above, wherever it stands in the page: the keys go to the dialog opened last, and one that is
 * hidden behind the payment would take them unseen.
 */
function useZIndex(open: boolean): number {
  const registry = useCommandRegistry();
  const shown = useRef({ open: false, zIndex: LOWEST_Z });
  if (open !== shown.current.open)
    shown.current = { open, zIndex: open ? LOWEST_Z + registry.depth() : shown.current.zIndex };
  return shown.current.zIndex;
}

/** Where focus starts when no part of the dialog asks for it: at its end, so that Tab comes to the first part and Enter closes nothing. */
function FirstFocus() {
  return <span className="ui-first-focus" tabIndex={-1} data-autofocus />;
}
