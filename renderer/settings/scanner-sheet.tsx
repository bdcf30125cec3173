import './scanner.css';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { PaperCode } from '../documents/paper-code.tsx';
import { TEST_CODE } from '../scanner/calibrate.ts';

const STEPS = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6', 'step7'] as const;

/** The only thing on the printed page: what to program, in which order, with the code to try it. */
export function ScannerSheet() {
  const { t } = useTranslation('scanner');
  return createPortal(
    <div className="scanner-sheet" aria-hidden="true">
      <h1>{t('paper.title')}</h1>
      <p>{t('paper.intro')}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(`paper.steps.${step}`)}</li>
        ))}
      </ol>
      <p>{t('paper.check')}</p>
      <PaperCode kind="barcode" value={TEST_CODE} columns={28} />
      <p className="scanner-sheet-room">{t('paper.room')}</p>
    </div>,
    document.body,
  );
}
