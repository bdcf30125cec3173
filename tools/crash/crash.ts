// npm run crash: what a power cut, a kill and a flipped bit do to a shop. Reproducible with --seed.
import { parseArgs } from 'node:util';
import { buildRecorder } from './recorder.ts';
import { type CrashFigures, runLanes } from './run-lanes.ts';

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '300' },
    kills: { type: 'string', default: '12' },
    flips: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const count = (name: 'images' | 'kills' | 'flips' | 'seed'): number => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new RangeError(`--${name} wants a whole number`);
  return number;
};

const recorder = buildRecorder(say);
const figures = await runLanes(
  recorder,
  { images: count('images'), kills: count('kills'), flips: count('flips'), seed: count('seed') },
  say,
);
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : table(figures));
process.exitCode = isSound(figures) ? 0 : 1;

/** Nothing lost, nothing corrupt, nothing unseen; and the planted faults, where they ran, were caught. */
function isSound({
  ackedLost,
  corrupt,
  killLost,
  undetected,
  controlLost,
  noWitnessControlLost,
  flips,
}: CrashFigures): boolean {
  const caught =
    (controlLost === null || controlLost > 0.3) && (flips.wal === 0 || noWitnessControlLost > 0);
  return ackedLost === 0 && corrupt === 0 && killLost === 0 && undetected === 0 && caught;
}

function table({ flips, ...figures }: CrashFigures): string {
  const rows = Object.entries({
    ...figures,
    ...Object.fromEntries(
      Object.entries(flips).map(([kind, flipped]) => [`flips in ${kind}`, flipped]),
    ),
  });
  return `${rows.map(([name, value]) => `${name.padEnd(22)} ${value ?? 'not run'}`).join('\n')}\n`;
}
