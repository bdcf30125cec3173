import { expect, it } from 'vitest';
import { killShops } from '#tools/crash/kills.ts';
import { buildRecorder } from '#tools/crash/recorder.ts';
import { runLanes } from '#tools/crash/run-lanes.ts';

const recorder = buildRecorder((line) => console.warn(line));

it('I6: a shop that is killed again and again keeps every sale it acknowledged', async () => {
  const library = 'library' in recorder ? recorder.library : null;
  const found = await killShops({ library, seed: 21, kills: 6 });
  expect(found).toMatchObject({ kills: 6, killLost: 0, examples: [] });
  expect(found.acknowledged).toBeGreaterThan(0);
});

it('where steps cannot be recorded the bench says so aloud and claims no figure for it', async () => {
  const said: string[] = [];
  const figures = await runLanes(
    { missing: 'no C compiler' },
    { images: 50, kills: 0, flips: 0, seed: 1 },
    (line) => said.push(line),
  );
  expect(figures).toMatchObject({ images: 0, controlLost: null });
  expect(said.join('\n')).toContain('POWER LOSS IS NOT TESTED HERE: no C compiler');
});
