import { parseSync } from 'oxc-parser';

/** One command as its hook declares it. A part that is only known while the program runs reads `…`. */
export interface DeclaredCommand {
  readonly file: string;
  readonly id: string;
  readonly chord: string;
  /** Text keys with their area; several where the words depend on the moment. */
  readonly labels: readonly string[];
}

export interface Declarations {
  readonly commands: readonly DeclaredCommand[];
  /** Commands that cannot be read without a window: what must be written differently, and where. */
  readonly complaints: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const HOLE = '…';

/**
 * Reads the commands of one source file: every object with `id`, `chord` and `run`. A declaration must name its
 * label in place, so that the page of all keys and the palette can never tell different stories.
 */
export function readCommands(file: string, source: string): Declarations {
  const { program } = parseSync(file, source);
  const root: unknown = program;
  const constants = new Map<string, Node>();
  const found: DeclaredCommand[] = [];
  const complaints: string[] = [];
  walk(root, (node) => {
    if (node.type === 'VariableDeclarator' && isNode(node['id']) && isNode(node['init']))
      constants.set(String(node['id']['name']), node['init']);
  });
  walk(root, (node) => {
    const parts = node.type === 'ObjectExpression' ? partsOf(node) : undefined;
    if (!parts?.has('id') || !parts.has('chord') || !parts.has('run')) return;
    // An entry of the search box, made from commands that are read where they are declared.
    if (parts.has('words')) return;
    const texts = (name: string) => textsOf(parts.get(name), constants);
    const [id = HOLE] = texts('id');
    const labels = texts('label');
    if (labels.length === 0) complaints.push(`${file}: the command ${id} has no label in place`);
    else found.push({ file, id, chord: texts('chord').join(' / ') || HOLE, labels });
  });
  return { commands: found, complaints };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) if (typeof part === 'object') walk(part, visit);
  }
}

function partsOf(object: Node): ReadonlyMap<string, Node> {
  const parts = new Map<string, Node>();
  const properties: unknown = object['properties'];
  if (!Array.isArray(properties)) return parts;
  for (const property of properties.filter(isNode)) {
    const { key, value } = property;
    if (isNode(key) && isNode(value)) parts.set(String(key['name'] ?? key['value']), value);
  }
  return parts;
}

/** What an expression can say: both sides of a choice, the text of a constant, a template with holes. */
function textsOf(node: Node | undefined, constants: ReadonlyMap<string, Node>): readonly string[] {
  if (node === undefined) return [];
  if (node.type === 'Literal') return [String(node['value'])];
  if (node.type === 'TemplateLiteral') return [templateText(node)];
  if (node.type === 'ConditionalExpression')
    return [node['consequent'], node['alternate']]
      .filter(isNode)
      .flatMap((side) => textsOf(side, constants));
  if (node.type === 'Identifier') {
    const constant = constants.get(String(node['name']));
    return constant === undefined ? [HOLE] : textsOf(constant, constants);
  }
  return [HOLE];
}

function templateText(node: Node): string {
  const quasis: unknown = node['quasis'];
  if (!Array.isArray(quasis)) return HOLE;
  return quasis
    .filter(isNode)
    .map(({ value }) =>
      typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '',
    )
    .join(HOLE);
}
