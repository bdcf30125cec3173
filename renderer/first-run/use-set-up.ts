import type { StaffId } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { machineZone } from '../app/time-zones.ts';
import { failureOf } from '../store-client/failure.ts';
import { useCommand, useStore } from '../store-client/store-hooks.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import {
  emptyDraft,
  setUpFields,
  stepOfField,
  USUAL_PORT,
  type Draft,
  type Step,
} from './draft.ts';

/** Everything typed so far, and the command that makes the store of it. */
export function useSetUp(onMade: (recoveryCode: string | null) => void) {
  const { t, i18n } = useTranslation('wizard');
  const { show } = useToasts();
  const store = useStore();
  const [step, goTo] = useState<Step>('store');
  // Branding: the owner's id is made here, once, so that a repeated try makes the same person.
  const [staffId] = useState(() => v7() as StaffId);
  const [draft, setDraft] = useState<Draft>(() =>
    emptyDraft({
      zone: machineZone(),
      registerName: t('store.registerUsual'),
      taxName: t('tax.nameUsual'),
    }),
  );
  const command = useCommand((shop, input: ReturnType<typeof setUpFields>, commandId) =>
    shop.system.setUp({
      ...input,
      commandId,
      owner: { ...input.owner, staffId },
      language: i18n.language === 'es' ? 'es' : 'en',
    }),
  );
  const failedStep =
    command.failure?.code === 'BAD_INPUT' ? stepOfField(command.failure.field) : undefined;
  /** The printer is this register's own and comes after the store; without it the store stands all the same. */
  const savePrinter = async (from: Draft) => {
    if (from.printerHost.trim() === '') return;
    const locale = i18n.language === 'es' ? 'es' : 'en';
    const { printerHost: host, printerPort, columns, hasDrawer: drawer } = from;
    const printer = { host, port: printerPort ?? USUAL_PORT, columns, drawer, locale } as const;
    try {
      await store.settings.savePrinter({ printer });
    } catch (error) {
      show({ text: t('printer.notSaved', { code: failureOf(error).code }), tone: 'warning' });
    }
  };
  const make = async (from: Draft) => {
    const answer = await command.run(setUpFields(from, t('tax.nameUsual')));
    if (answer?.ok === true) {
      await savePrinter(from);
      onMade(answer.value.recoveryCode);
    } else if (answer?.ok === false) goTo(answer.refusal.code.startsWith('PIN') ? 'owner' : step);
  };
  return {
    draft,
    step: failedStep ?? step,
    goTo: (next: Step) => {
      command.reset();
      goTo(next);
    },
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    make,
    pending: command.pending,
    refusal: command.refusal,
    failure: command.failure,
  };
}
