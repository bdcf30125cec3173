import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

function sourcesIn(folder: string): string[] {
  const where = path.join(ROOT, folder);
  if (!existsSync(where)) return [];
  return readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test|\.d)\.ts$/.test(name))
    .map((name) => readFileSync(path.join(where, name), 'utf8'));
}

/** Names that a source imports from Electron to use them, not only as types. */
function importedFromElectron(source: string): string[] {
  return Array.from(
    source.matchAll(/import\s*\{([^}]*)\}\s*from\s*'electron(?:\/\w+)?'/g),
    ([, list = '']) => list,
  )
    .join(',')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(' ')[0] ?? '');
}

const INSTANCE_TYPES = [
  'App',
  'BrowserWindow',
  'Dialog',
  'IpcMain',
  'Menu',
  'MessagePortMain',
  'Net',
  'Protocol',
  'SafeStorage',
  'Screen',
  'Session',
  'Shell',
  'WebContents',
];

/** Variables and parameters that a source declares as one of Electron's types: `page: WebContents`. */
function declaredInstances(source: string): [string, string][] {
  const pattern = new RegExp(
    String.raw`\b(\w+)\??: (?:Electron\.)?(${INSTANCE_TYPES.join('|')})\b`,
    'g',
  );
  return Array.from(source.matchAll(pattern), ([, variable = '', type = '']): [string, string] => [
    variable,
    type,
  ]);
}

/** Without imports, comments and texts, where a dot is no member. */
function codeOf(source: string): string {
  return source
    .replaceAll(/^import[\s\S]*?;$/gm, '')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replaceAll(/'[^'\n]*'/g, "''");
}

function membersOf(source: string, variable: string): string[] {
  return Array.from(
    source.matchAll(new RegExp(String.raw`\b${variable}\??\.(\w+(?:\.\w+)?)`, 'g')),
    ([, member = '']) => member,
  );
}

interface Used {
  /** `app.quit`, `session.defaultSession.protocol`: members of what is imported. */
  readonly members: string[];
  /** `WebContents.printToPDF`: members of instances. */
  readonly ofInstances: string[];
}

function usedIn(sources: readonly string[]): Used {
  const members = new Set<string>();
  const ofInstances = new Set<string>();
  for (const source of sources) {
    for (const name of importedFromElectron(source)) {
      members.add(name);
      for (const member of membersOf(codeOf(source), name)) members.add(`${name}.${member}`);
    }
    for (const [variable, type] of declaredInstances(source)) {
      for (const member of membersOf(codeOf(source), variable))
        ofInstances.add(`${type}.${member.split('.')[0]}`);
    }
  }
  return { members: [...members].sort(), ofInstances: [...ofInstances].sort() };
}

const LOOK_UP = `
const electron = (await import(process.env.MODULE))['module.exports'];
const { members, ofInstances } = JSON.parse(process.env.USED);
const { StandInWebContents } = await import(process.env.WEB_CONTENTS);
const homes = { App: electron.app, BrowserWindow: electron.BrowserWindow.prototype, Dialog: electron.dialog, IpcMain: electron.ipcMain,
  Menu: electron.Menu.prototype, MessagePortMain: new electron.MessageChannelMain().port1, Net: electron.net, Protocol: electron.protocol,
  SafeStorage: electron.safeStorage, Screen: electron.screen, Session: electron.session.defaultSession, Shell: electron.shell, WebContents: StandInWebContents.prototype };
const FIELDS = new Set(['WebContents.id', 'WebContents.session', 'WebContents.mainFrame', 'WebContents.ipc', 'BrowserWindow.id', 'BrowserWindow.webContents']);
const found = (name) => { try { let at = electron; for (const part of name.split('.')) { if (typeof at === 'function' || (typeof at === 'object' && at !== null)) at = at[part]; } if (typeof at === 'function') void at.length; return at !== undefined; } catch { return false; } };
const missing = [...members.filter((name) => !found(name)), ...ofInstances.filter((name) => { const [type, member] = name.split('.'); return !(member in homes[type]) && !FIELDS.has(name); })];
console.log(JSON.stringify(missing));
`;

/** What of `used` the stand-in lacks. Asked in a process of its own, because that is how it runs. */
function missingInStandIn(used: Used): string[] {
  const standin = path.join(ROOT, 'tools/standin');
  const answer = execFileSync(
    path.join(ROOT, 'node_modules/.bin/node'),
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', LOOK_UP],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        ...process.env,
        MODULE: path.join(standin, 'electron-module.ts'),
        WEB_CONTENTS: path.join(standin, 'window/web-contents.ts'),
        USED: JSON.stringify(used),
      },
    },
  );
  return JSON.parse(answer) as string[];
}

test('the stand-in has every member of Electron that the program uses in its main process', () => {
  const used = usedIn(sourcesIn('electron/main'));
  expect(missingInStandIn(used)).toEqual([]);
});

test('the preload uses nothing of Electron but contextBridge and ipcRenderer', () => {
  const imported = sourcesIn('electron/preload').flatMap(importedFromElectron);
  expect(imported.filter((name) => !['contextBridge', 'ipcRenderer'].includes(name))).toEqual([]);
});

test('planted: a member that the stand-in lacks is found', () => {
  const used = usedIn([
    `import { app, Tray, type Session } from 'electron';\napp.setBadgeCount(1); app.quit();\nfunction f(page: WebContents) { page.capturePage(); page.send('x'); }`,
  ]);
  expect(used.members).toContain('app.quit');
  expect(missingInStandIn(used)).toEqual(['Tray', 'app.setBadgeCount', 'WebContents.capturePage']);
});
