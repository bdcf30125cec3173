import { useState } from 'react';
import { cents, type Cents } from '#shared/money.ts';
import { Button } from '../../ui/actions/button.tsx';
import { ChoiceTile } from '../../ui/actions/tile.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { AmountDue } from '../../ui/figures/money.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { PinPad } from '../../ui/fields/pin-field.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Dialog, Sheet } from '../../ui/messages/dialog.tsx';

export interface GallerySheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function GallerySheet({ open, onClose }: GallerySheetProps) {
  const [cash, setCash] = useState<Cents>();
  const [asking, setAsking] = useState(false);
  const [pin, setPin] = useState('');
  return (
    <Sheet
      open={open}
      title="Pay"
      detail="S1-10519 · Beatriz Núñez-Ortega"
      backLabel="Back to the sale"
      onClose={onClose}
      side={
        <div className="gallery-end">
          <AmountDue label="Change due" amount={cents(33_75)} size="change" />
          <Button kind="primary" size={56} wide hint="F9" onClick={() => setAsking(true)}>
            Complete
          </Button>
        </div>
      }
    >
      <AmountDue label="Amount due" amount={cents(166_27)} size="due" />
      <Stack>
        <SectionTitle>Cash handed over</SectionTitle>
        <MoneyField
          label="Cash"
          hideLabel
          lead="Type or choose"
          size={56}
          value={cash}
          onChange={setCash}
          autoFocus
        />
      </Stack>
      <div className="gallery-tenders">
        <ChoiceTile
          icon="cash"
          title="Cash"
          detail="Drawer opens"
          hint="C"
          chosen
          onClick={() => undefined}
        />
        <ChoiceTile
          icon="card"
          title="Card"
          detail="Terminal 1"
          hint="K"
          onClick={() => undefined}
        />
        <ChoiceTile
          icon="gift"
          title="Gift card"
          detail="Offline limit"
          hint="G"
          disabled
          onClick={() => undefined}
        />
        <Checkbox
          tile
          label="Print"
          detail="Receipt printer 1"
          checked
          onChange={() => undefined}
        />
      </div>
      <Dialog open={asking} title="Sign in" width="narrow" onClose={() => setAsking(false)}>
        <PinPad label="PIN" value={pin} onChange={setPin} onEnter={() => setAsking(false)} />
      </Dialog>
    </Sheet>
  );
}
