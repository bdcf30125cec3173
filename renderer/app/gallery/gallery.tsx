import './gallery.css';
import { useState } from 'react';
import { cents, type Cents } from '#shared/money.ts';
import { useScan } from '../../scanner/scan-context.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Tile } from '../../ui/actions/tile.tsx';
import { Card, ScreenHead, SectionTitle } from '../../ui/layout/card.tsx';
import { Facts, Sums } from '../../ui/layout/facts.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { AmountDue, Money } from '../../ui/figures/money.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { Side } from '../slots.tsx';
import { GalleryFields } from './gallery-fields.tsx';
import { GalleryTable } from './gallery-table.tsx';
import { GallerySheet } from './gallery-sheet.tsx';

const PRICES: readonly Cents[] = [cents(4_250_00), cents(18_00), cents(-620_00)];

/** Every part at once, to look at in both themes and at every text size. */
export function Gallery() {
  const [paying, setPaying] = useState(false);
  const { show } = useToasts();
  useScan(({ code }) => show({ text: `Scanned ${code}.` }));
  const park = () =>
    show({ text: 'Sale parked.', action: { label: 'Undo', run: () => undefined } });
  useCommands([
    { id: 'gallery.pay', chord: 'F9', label: 'Pay', run: () => setPaying(true) },
    { id: 'gallery.park', chord: 'F8', label: 'Park or recall', run: park },
    { id: 'gallery.cash', chord: 'C', label: 'Cash', run: park },
  ]);
  return (
    <>
      <ScreenHead title="Sell" detail="S1-10519">
        <Button>Quote</Button>
        <Button hint="F8" onClick={park}>
          Park
        </Button>
        <IconButton icon="more" label="More" onClick={park} />
      </ScreenHead>
      <Tiles />
      <div className="gallery-columns">
        <GalleryFields />
        <Messages />
        <GalleryTable />
      </div>
      <Side>
        <Cart onPay={() => setPaying(true)} />
      </Side>
      <GallerySheet open={paying} onClose={() => setPaying(false)} />
    </>
  );
}

function Tiles() {
  return (
    <Stack>
      <SectionTitle hint="press F3 then the key">Service tiles</SectionTitle>
      <div className="gallery-tiles">
        <Tile
          title="Watch battery"
          detail="In this sale"
          hint="1"
          chosen
          onClick={() => undefined}
        />
        <Tile title="Link removal" detail="$15.00" hint="2" onClick={() => undefined} />
        <Tile title="Clean and check" detail="No charge" hint="3" onClick={() => undefined} />
        <Tile title="Pin or spring bar" detail="$10.00" hint="5" onClick={() => undefined} />
        <Tile title="Care plan" detail="Not set up" hint="9" disabled onClick={() => undefined} />
      </div>
    </Stack>
  );
}

function Messages() {
  const rows = ['Chloé Lefèvre', 'No name', 'Kwame Adjei'].map((name, index) => ({
    key: name,
    onOpen: () => undefined,
    content: (
      <Row apart>
        <Text strong>{name}</Text>
        <Money amount={PRICES[index] ?? cents(0)} />
      </Row>
    ),
  }));
  return (
    <Stack gap={12}>
      <Card title="Parked" aside={<Chip>3</Chip>}>
        <List label="Parked" rows={rows} rowHeight={48} />
      </Card>
      <Row wrap>
        <Chip tone="success">Given</Chip>
        <Chip tone="warning" icon="offline" onClick={() => undefined}>
          Offline · 7 waiting
        </Chip>
        <Chip tone="danger">Withdrawn</Chip>
        <Chip tone="info">Tomorrow</Chip>
        <Chip tone="gold">18k</Chip>
        <Chip tone="accent">In this sale</Chip>
      </Row>
      <Note tone="warning" title="Must read:">
        nickel allergy. Platinum or palladium white gold only.
      </Note>
      <Note
        tone="danger"
        title="The printer did not answer."
        code="PRINTER_SILENT"
        action={<Button>Try again</Button>}
      >
        The sale is stored. Check the paper and print again.
      </Note>
      <Note tone="info" title="Working offline.">
        Card answers come from the terminal itself.
      </Note>
    </Stack>
  );
}

function Cart({ onPay }: { readonly onPay: () => void }) {
  return (
    <Stack gap={0} grow>
      <div className="gallery-pad">
        <Facts
          facts={[
            { label: 'Metal', value: <Text tone="gold">Platinum 950 · 6.12 g</Text> },
            { label: 'Stone', value: '1.02 ct round, F, VS1' },
          ]}
        />
      </div>
      <div className="gallery-end">
        <Text as="div" size="second">
          <Sums
            facts={[
              { label: 'Subtotal · 3 lines', value: <Money amount={cents(3_648_00)} /> },
              { label: 'Discounts', value: <Money amount={cents(-250_00)} /> },
            ]}
          />
        </Text>
        <AmountDue label="Total" amount={cents(3_716_27)} size="total" />
        <Button kind="primary" size={56} wide hint="F9" onClick={onPay}>
          Pay
        </Button>
      </div>
    </Stack>
  );
}
