import { expect, it } from 'vitest';
import type { TaxRuleId } from '#shared/ids.ts';
import { aVersion, day } from './forms-for-tests.ts';
import {
  findBreak,
  findMending,
  nextVersion,
  seriesOf,
  stateOn,
  withNextVersion,
} from './versions.ts';

const TODAY = day('2026-11-23');
const newRule = 'new' as TaxRuleId;

it('shows the versions of one tax by date, and the taxes in the order of their making', () => {
  const other = { ...aVersion('x', '2020-01-01'), series: 'other' as never };
  const rules = [aVersion('b', '2026-01-01'), other, aVersion('a', '2020-01-01', '2025-12-31')];
  const ids = seriesOf(rules).map(({ versions }) => versions.map((each) => each.taxRuleId));
  expect(ids).toEqual([['a', 'b'], ['x']]);
});

it('the next version begins on the day after the last sale, and the one before ends the day before', () => {
  const last = aVersion('a', '2020-01-01', null, '2026-11-23');
  const next = nextVersion(last, newRule, TODAY);
  expect(next).toMatchObject({ taxRuleId: 'new', fromDate: '2026-11-24', lastUsedOn: null });
  const rules = withNextVersion([last], last, next);
  expect(rules).toMatchObject([{ ends: true, toDate: '2026-11-23' }, { ends: false }]);
  expect(findBreak(rules)).toBeUndefined();
});

it('the next version of one that is still to come, or has ended, follows it at once', () => {
  expect(nextVersion(aVersion('a', '2027-01-01'), newRule, TODAY).fromDate).toBe('2027-01-02');
  const ended = aVersion('a', '2020-01-01', '2026-12-31');
  expect(nextVersion(ended, newRule, TODAY).fromDate).toBe('2027-01-01');
});

it('a gap is named with its days, and closed by letting the earlier version end later', () => {
  const versions = [aVersion('a', '2020-01-01', '2026-12-31'), aVersion('b', '2027-01-05')];
  expect(findBreak(versions)).toMatchObject({
    code: 'TAX_RULE_GAP',
    fromDate: '2027-01-01',
    toDate: '2027-01-04',
  });
  expect(findMending(versions)).toEqual({ earlier: versions[0], toDate: '2027-01-04' });
});

it('an overlap is closed by an earlier end, unless a sale stands on a later day', () => {
  const versions = [aVersion('a', '2020-01-01', null, '2026-11-23'), aVersion('b', '2026-11-24')];
  expect(findBreak(versions)?.code).toBe('TAX_RULE_OVERLAP');
  expect(findMending(versions)?.toDate).toBe('2026-11-23');
  const tooEarly = [versions[0] ?? aVersion('a', ''), aVersion('b', '2026-11-20')];
  expect(findMending(tooEarly)).toBeUndefined();
});

it('days that are still being typed make no gap and no overlap', () => {
  const open = { ...aVersion('b', '2027-01-05'), fromDate: undefined };
  expect(findBreak([aVersion('a', '2020-01-01', '2026-12-31'), open])).toBeUndefined();
  const backwards = aVersion('b', '2027-01-05', '2026-01-01');
  expect(findBreak([aVersion('a', '2020-01-01', '2026-12-31'), backwards])).toBeUndefined();
});

it('says where a version stands today', () => {
  expect(stateOn(aVersion('a', '2026-11-23'), TODAY)).toBe('inForce');
  expect(stateOn(aVersion('a', '2026-11-24'), TODAY)).toBe('coming');
  expect(stateOn(aVersion('a', '2020-01-01', '2026-11-22'), TODAY)).toBe('ended');
  expect(stateOn({ ...aVersion('a', ''), fromDate: undefined }, TODAY)).toBe('open');
});
