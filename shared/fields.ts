import { z } from 'zod';
import { containsCardNumber } from './card-number.ts';
import { hasControlCharacter } from './control-characters.ts';
import type { Id } from './ids.ts';
import { type Cents, MAX_AMOUNT_CENTS, type RatePpm, type Thousandths } from './money.ts';
import { type BusinessDate, isKnownZone } from './time.ts';

// Schemas of single fields. They run where the store runs; the window imports only types from contracts, because
// the validator would add 93 kB to it. Messages are codes, which the window turns into sentences.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Parses an id of one kind from outside. */
export function idOf<Kind extends string>(_kind: Kind) {
  return z
    .string()
    .regex(UUID)
    .transform((value) => value as Id<Kind>);
}

/** The id a window gives to one attempt at a command. */
export const commandId = idOf('command');

/** An amount that may appear on a ticket, of either sign. */
export const amountCents = z
  .int()
  .min(-MAX_AMOUNT_CENTS)
  .max(MAX_AMOUNT_CENTS)
  .transform((value) => value as Cents);

/** A price or a payment: zero or more, at most $10,000,000. */
export const priceCents = z
  .int()
  .min(0)
  .max(MAX_AMOUNT_CENTS)
  .transform((value) => value as Cents);

/** A quantity on a line: more than nothing, at most 9,999 whole ones. */
export const quantityThousandths = z
  .int()
  .min(1)
  .max(9_999_000)
  .transform((value) => value as Thousandths);

/** As `quantityThousandths`; negative on a line that takes something back. */
export const signedQuantity = z
  .int()
  .min(-9_999_000)
  .max(9_999_000)
  .refine((value) => value !== 0, 'QUANTITY_ZERO')
  .transform((value) => value as Thousandths);

/** A tax rate from 0 to 30 %. */
export const ratePpm = z
  .int()
  .min(0)
  .max(300_000)
  .transform((value) => value as RatePpm);

/** A calendar day that exists. */
export const businessDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  })
  .transform((text) => text as BusinessDate);

/** A time zone this machine knows. */
export const timeZone = z.string().max(64).refine(isKnownZone, 'ZONE_UNKNOWN');

/** Text a person typed: trimmed, NFC, no control characters, no payment card number, at most `maxLength` UTF-16 units. */
export function typedText(maxLength: number) {
  return text(maxLength, (value) => value);
}

/** As `typedText`, and not empty. */
export function requiredText(maxLength: number) {
  return typedText(maxLength).refine((value) => value.length > 0, 'TEXT_REQUIRED');
}

/** As `typedText`; line feeds are welcome (notes, receipt footers). */
export function typedLines(maxLength: number) {
  return text(maxLength, (value) => value.replaceAll('\n', ' '));
}

function text(maxLength: number, withoutAllowed: (value: string) => string) {
  return z
    .string()
    .max(maxLength * 2, 'TEXT_TOO_LONG')
    .transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((value) => value.length <= maxLength, 'TEXT_TOO_LONG')
    .refine((value) => !hasControlCharacter(withoutAllowed(value)), 'TEXT_HAS_CONTROL_CHARACTER')
    .refine((value) => !containsCardNumber(value), 'TEXT_IS_CARD_NUMBER');
}
