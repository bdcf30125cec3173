import { z } from 'zod';
import { businessDate } from '../fields.ts';
import { PRINT_JOB_KINDS } from './print-job-kinds.ts';

/** Kinds of paper that can be asked for; the drawer's pulse and tags are none. */
const paperKind = z.enum(PRINT_JOB_KINDS).exclude(['drawer', 'tags']);

/** What a paper needs beside its subject. */
export const paperOptions = z.object({
  /** Of a statement, both days included. */
  fromDate: businessDate.optional(),
  toDate: businessDate.optional(),
  /** The lines of a gift receipt, from 1; none: all. */
  positions: z.array(z.int().min(1).max(999)).max(200).optional(),
});
export type PaperOptions = z.infer<typeof paperOptions>;

/** A paper by what it is about: a sale, a customer, a day close. */
export const paperWish = z.object({
  kind: paperKind,
  subjectId: z.string().max(64),
  options: paperOptions,
});
export type PaperWish = z.infer<typeof paperWish>;
