// The lint rules of the house, as an oxlint plugin. The walls themselves are data: layers.mjs.
import { join, relative, sep } from 'node:path';
import { resolveSpecifier } from './reach.mjs';
import { findRefusal } from './walls.mjs';

const ROOT = join(import.meta.dirname, '../..');
const pathOf = (context) => relative(ROOT, context.filename).split(sep).join('/');

/** Names of what an import takes: `*` for everything, `default` counts as everything too. */
const namesOf = (specifiers = []) =>
  specifiers.map((one) =>
    one.type === 'ImportSpecifier' ? (one.imported.name ?? one.imported.value) : '*',
  );

const layers = {
  create(context) {
    const file = pathOf(context);
    const check = (node, source, kind, names) => {
      if (typeof source?.value !== 'string') return;
      const target = resolveSpecifier(file, source.value);
      const message = findRefusal(file, target, { typeOnly: kind === 'type', names }, ROOT);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) =>
        check(node, node.source, node.importKind, namesOf(node.specifiers)),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind, ['*']),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind, ['*']),
      ImportExpression: (node) => check(node, node.source, 'value', ['*']),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type', ['*']),
      CallExpression: (node) => {
        if (node.callee.name === 'require') check(node, node.arguments[0], 'value', ['*']);
      },
    };
  },
};

const SAYS_NOTHING = /^(utils?|helpers?|common|misc|managers?|services?|types?|index)(\.|$)/;

const fileNames = {
  create(context) {
    const file = pathOf(context);
    // An edge function's own entry must be called index.ts by its host.
    const isEntry = /^supabase\/functions\/[^/]+\/index\.ts$/.test(file);
    const silent = file.split('/').find((part) => SAYS_NOTHING.test(part));
    return {
      Program: (node) => {
        if (silent && !isEntry) {
          context.report({
            node,
            message: `"${silent}" says nothing: name it after its noun or its verb`,
          });
        }
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { layers, 'file-names': fileNames } };
