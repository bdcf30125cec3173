// npm test: the gate, the program as it is built, and everything that crosses folders. The runners'
// own closing lines come last.
import { join } from 'node:path';
import { requireChromium, thisMachine } from './chromium.ts';
import { type Lane, type LaneResult, runLane } from './lane.ts';
import { chooseRuntime } from './runtime.ts';

const root = join(import.meta.dirname, '../..');
const say = (line: string) => process.stdout.write(`${line}\n`);

function listLanes(): readonly Lane[] {
  const chromium = requireChromium(thisMachine(say));
  const runtime = chooseRuntime(root, chromium, process.env);
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  return [
    { name: 'check and unit tests', command: 'npm', args: ['run', '--silent', 'check'] },
    { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
    {
      name: 'integration tests',
      command: bin('vitest'),
      args: ['run', '--project', 'integration'],
      env: runtime.env,
    },
    {
      name: `end-to-end tests, ${runtime.label}`,
      command: bin('playwright'),
      args: ['test'],
      env: runtime.env,
    },
  ];
}

/** Runs lane after lane; the first that fails ends the run, since the later ones stand on it. */
async function runLanes(lanes: readonly Lane[]): Promise<readonly LaneResult[]> {
  const results: LaneResult[] = [];
  for (const lane of lanes) {
    say(`\n== ${lane.name}`);
    const result = await runLane(lane, root);
    results.push(result);
    if (!result.ok) break;
  }
  return results;
}

const results = await runLanes(listLanes());
say('\n== summary');
for (const { name, ok, summary } of results) {
  say(`${ok ? 'passed' : 'FAILED'}: ${name}`);
  for (const line of summary) say(line);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
