import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The real configuration of the gate; the files it looks at are written by the test. */
const CONFIGURATION = [
  '.gitignore',
  '.oxlintrc.json',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'build/lint',
  ...['shared', 'db', 'sync', 'electron', 'electron/preload', 'renderer', 'tools', 'tests'].map(
    (folder) => `${folder}/tsconfig.json`,
  ),
];

/** One complaint of a gate: the file it is about, and its rule and sentence in one line. */
export interface Complaint {
  readonly file: string;
  readonly says: string;
}

/** An empty house with the real gate around it. */
export interface HouseCopy {
  readonly write: (file: string, code: string) => void;
  readonly lint: () => readonly Complaint[];
  readonly compile: () => readonly Complaint[];
  readonly remove: () => void;
}

/** Builds the copy in the system's scratch folder; nothing is ever planted into the real tree. */
export function openHouseCopy(): HouseCopy {
  const root = mkdtempSync(join(tmpdir(), 'house-copy-'));
  for (const path of CONFIGURATION) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  linkPackages(root);
  return {
    write(file, code) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), code);
    },
    lint: () => readLint(run(root, 'oxlint', ['--format=json'])),
    compile: () => readCompiler(run(root, 'tsc', ['-b', '--pretty', 'false'])),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Links package by package: the compiler keeps its own output in node_modules/.types. */
function linkPackages(root: string): void {
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  }
}

function run(root: string, tool: string, args: readonly string[]): string {
  try {
    return execFileSync(join(ROOT, 'node_modules/.bin', tool), args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    // Both tools end with 1 when they complain; anything without output is a broken tool.
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (!stdout)
      throw new Error(`${tool} did not run: ${stderr ?? String(error)}`, { cause: error });
    return stdout;
  }
}

function readLint(output: string): readonly Complaint[] {
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: readonly { filename: string; code: string; message: string }[];
  };
  return diagnostics.map(({ filename, code, message }) => ({
    file: filename,
    says: `${code}: ${message}`,
  }));
}

function readCompiler(output: string): readonly Complaint[] {
  return [...output.matchAll(/^(\S+?)\(\d+,\d+\): error (.*)$/gm)].map(([, file, says]) => ({
    file: file ?? '',
    says: says ?? '',
  }));
}
