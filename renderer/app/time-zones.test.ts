import { expect, it } from 'vitest';
import { machineZone, zoneChoices } from './time-zones.ts';

it('the computer’s own zone leads, then the usual ones, each once', () => {
  const choices = zoneChoices('America/Denver', 'en-US');
  expect(choices[0]?.value).toBe('America/Denver');
  expect(choices[1]?.value).toBe('America/New_York');
  expect(new Set(choices.map((each) => each.value)).size).toBe(choices.length);
  expect(choices.length).toBeGreaterThan(300);
});

it('a zone is named by its time and its city', () => {
  const chicago = zoneChoices('America/Chicago', 'en-US')[0];
  expect(chicago?.label).toBe('Central Time (Chicago)');
});

it('the computer has a zone', () => {
  expect(zoneChoices(machineZone(), 'es-US').length).toBeGreaterThan(300);
});
