import './settings.css';
import type { ComponentType } from 'react';
import { usePathParts } from '../app/navigation.ts';
import { SettingsFrame } from '../app/settings-frame.tsx';
import { AboutPart } from './about-part.tsx';
import { BackupPart } from './backup-part.tsx';
import { DisplayPart } from './display-part.tsx';
import { partOf, type Part } from './parts.ts';
import { PrinterPart } from './printer-part.tsx';
import { ScannerPart } from './scanner-part.tsx';
import { SellingPart } from './selling-part.tsx';
import { StaffPart } from './staff-part.tsx';
import { StorePart } from './store-part.tsx';

const CONTENT: Readonly<Record<Part, ComponentType>> = {
  store: StorePart,
  selling: SellingPart,
  staff: StaffPart,
  printer: PrinterPart,
  scanner: ScannerPart,
  backup: BackupPart,
  display: DisplayPart,
  about: AboutPart,
};

/** Everything the store and this register can be told, part by part. */
export function SettingsScreen() {
  const chosen = partOf(usePathParts()['part']);
  const Content = CONTENT[chosen];
  return (
    <SettingsFrame part={chosen}>
      <Content />
    </SettingsFrame>
  );
}
