import { useState } from 'react';
import { cents, type Cents } from '#shared/money.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { SearchField } from '../../ui/choices/search-field.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { Tabs } from '../../ui/choices/tabs.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { PhoneField } from '../../ui/fields/phone-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Progress } from '../../ui/messages/progress.tsx';

const NAMES = ['Beatriz Núñez-Ortega', 'Kwame Adjei', 'María Peña Villanueva'] as const;

export function GalleryFields() {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('6155550142');
  const [price, setPrice] = useState<Cents | undefined>(cents(125_000));
  const [count, setCount] = useState<number | undefined>(31);
  const [gift, setGift] = useState(true);
  const [view, setView] = useState<'all' | 'sales'>('all');
  return (
    <Card
      title="Fields"
      padded
      aside={<Tabs label="View" value={view} tabs={VIEWS} onChange={setView} />}
    >
      <Stack gap={12}>
        <SearchField
          label="Customer"
          placeholder="Name or phone"
          value={name}
          onChange={setName}
          items={NAMES.filter((each) => each.toLowerCase().includes(name.toLowerCase()))}
          itemKey={(each) => each}
          renderItem={(each) => each}
          onChoose={setName}
          hint="F4"
        />
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          note="optional"
          help="As on the ID."
        />
        <Row align="start">
          <PhoneField label="Phone" value={phone} onChange={setPhone} />
          <TextField
            label="E-mail"
            value="ana@"
            onChange={() => undefined}
            error="Type an address such as ana@example.com."
          />
        </Row>
        <Row align="start">
          <MoneyField label="Price" value={price} onChange={setPrice} />
          <NumberField label="$20 notes" value={count} onChange={setCount} most={999} />
          <SelectField label="Kind" value={view} choices={VIEWS} onChange={setView} />
        </Row>
        <Row>
          <Segmented label="View" value={view} choices={VIEWS} onChange={setView} />
          <Checkbox label="Gift receipt" checked={gift} onChange={setGift} />
        </Row>
        <Row wrap>
          <Button kind="primary">Save</Button>
          <Button kind="danger">Void</Button>
          <Button kind="quiet">Change</Button>
          <Button disabled>Off</Button>
          <Button busy>Busy</Button>
          <Button size={44} icon="print">
            Print
          </Button>
        </Row>
        <Progress
          label="Importing pieces"
          done={412}
          total={1000}
          detail="412 of 1,000 pieces."
          secondsLeft={14}
        />
      </Stack>
    </Card>
  );
}

const VIEWS = [
  { value: 'all', label: 'All' },
  { value: 'sales', label: 'Sales' },
] as const;
