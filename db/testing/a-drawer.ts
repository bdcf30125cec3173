import { openDrawer } from '../drawer/open-drawer.ts';
import { cents } from '#shared/money.ts';
import { newId, TEST_NOW_MS, type TestShop } from './a-shop.ts';

/** Closes the open drawer by its bare fact: how a day is closed is proven beside `closeDay`. */
export function closedDrawer({ writer: { sqlite } }: TestShop): void {
  sqlite.exec(
    `insert into day_close (store_id, id, number, drawer_session_id, register_id, staff_id, expected_cents, counted_cents,
       over_short_cents, reason, left_cents, figures, business_date, closed_at_ms)
     select store_id, 'close of ' || id, 'Z1-1', id, register_id, staff_id, 0, 0, 0, '', 0, '{}', business_date, opened_at_ms
     from drawer_session s where not exists (select 1 from day_close c where c.drawer_session_id = s.id)`,
  );
}

/** Opens the drawer of a day, counted from the test shop's own. */
export function openedOn(shop: TestShop, daysLater: number): void {
  const input = { drawerSessionId: newId('drawerSession'), floatCents: cents(20_000) };
  const nowMs = TEST_NOW_MS + daysLater * 86_400_000;
  const context = shop.context('dayClose.open', { nowMs });
  const opened = shop.writer.write(context, input, (tx) => openDrawer(tx, context, input));
  if (!opened.ok) throw new Error(opened.refusal.code);
}
