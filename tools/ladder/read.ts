/** Gathers from the sources under `src/` the facts that `rules.ts` judges. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, Visitor, type Expression, type Node } from 'oxc-parser';
import type { Finding, SourceFile } from './rules.ts';

const CODE = /\.[cm]?[jt]sx?$/;

/** Every file under `src/` of the repository at `root`, in the order of their paths. */
export function readSources(root: string): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => readSource(relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')));
}

/** The facts of one file from its text. */
export function readSource(path: string, text: string): SourceFile {
  const imports: { specifier: string; line: number }[] = [];
  const findings: { kind: Finding; line: number }[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const found = (kind: Finding, at: Node): unknown => findings.push({ kind, line: lineAt(at.start) });
  const imported = (specifier: string | undefined, at: Node): unknown =>
    specifier === undefined
      ? found('computed import', at)
      : imports.push({ specifier, line: lineAt(at.start) });

  const { program, errors } = parseSync(path, text);
  for (const error of errors)
    findings.push({ kind: 'unreadable', line: lineAt(error.labels[0]?.start ?? 0) });
  new Visitor({
    ImportDeclaration(node) {
      imported(node.source.value, node.source);
      const named = node.specifiers.some(
        (each) => each.type === 'ImportSpecifier' && nameOf(each.imported) === 'env',
      );
      if (named && /^(node:)?process$/.test(node.source.value)) found('environment', node);
    },
    ExportNamedDeclaration(node) {
      if (node.source) imported(node.source.value, node.source);
      if (node.specifiers.some((each) => nameOf(each.exported) === 'default')) found('default export', node);
    },
    ExportAllDeclaration(node) {
      imported(node.source.value, node.source);
      found('star export', node);
    },
    ExportDefaultDeclaration: (node) => void found('default export', node),
    ImportExpression: (node) => void imported(textOf(node.source), node),
    TSImportType: (node) => void imported(node.source.value, node),
    CallExpression(node) {
      const [first] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return;
      if (first && first.type !== 'SpreadElement') imported(textOf(first), node);
    },
    NewExpression(node) {
      // `new Worker(new URL('./worker.ts', import.meta.url))` loads a module as an import does.
      const [first] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return;
      const specifier = first && first.type !== 'SpreadElement' ? textOf(first) : undefined;
      if (specifier !== undefined && node.arguments.length === 2 && CODE.test(specifier))
        imported(specifier, node);
    },
    MemberExpression(node) {
      if (propertyOf(node) === 'env' && isProcess(node.object)) found('environment', node);
    },
    VariableDeclarator(node) {
      if (!node.init || !isProcess(node.init) || node.id.type !== 'ObjectPattern') return;
      const takesEnv = node.id.properties.some(
        (each) => each.type === 'Property' && nameOf(each.key) === 'env',
      );
      if (takesEnv) found('environment', node);
    },
  }).visit(program);
  return { path, imports, findings };
}

/** The text of a string without computed parts, in quotes or backquotes. */
function textOf(node: Expression): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** The name that an identifier or a quoted key stands for. */
function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

type Member = Extract<Node, { type: 'MemberExpression' }>;

const propertyOf = (node: Member): string | undefined =>
  node.computed && node.property.type === 'Identifier' ? undefined : nameOf(node.property);

const isProcess = (node: Expression): boolean =>
  (node.type === 'Identifier' && node.name === 'process') ||
  (node.type === 'MemberExpression' &&
    propertyOf(node) === 'process' &&
    nameOf(node.object) === 'globalThis');
