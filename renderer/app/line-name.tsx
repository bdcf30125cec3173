import { Text } from '../ui/layout/text.tsx';

export interface LineNameProps {
  readonly line: { readonly description: string; readonly stockNumber: string };
}

/** What a line of a document is, with its stock number where it has one. */
export function LineName({ line }: LineNameProps) {
  return (
    <>
      {line.description}{' '}
      <Text size="second" tone="muted">
        {line.stockNumber}
      </Text>
    </>
  );
}
