import ts from 'typescript';
import { changesOf } from './operators.ts';

/** One small change of a rule. `line` is the text of the line on which it begins: it stays when lines move. */
export type Mutant = { id: string; file: string; at: number; line: string; code: string; becomes: string };

type Constant = { make: string; ids: string[] };

/**
 * All mutants of a file, and its code with every one of them in it: `reached(id) ? changed : original`, so that a test can
 * be run for a thousand mutants without loading anything again. For the same reason a constant of the file is made again
 * wherever it is used, while one of the mutants in it is at work.
 */
export function mutate(file: string, text: string): { mutants: Mutant[]; code: string } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const lines = text.split('\n');
  const constants = new Map<string, Constant>();
  let used: Set<string> | null = null;

  function reached(node: ts.Node, becomes: string) {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    const id = `${file}#${mutants.length}`;
    const change = ts.isLiteralExpression(node) ? around(node, becomes) : [node.getText(source), becomes];
    const [code, after] = change.map(oneLine) as [string, string];
    mutants.push({ id, file, at: line + 1, line: lines[line]!.trim(), code, becomes: after });
    return `globalThis.reached('${id}')`;
  }

  /** A number or text alone says little: it is told with what stands around it. */
  function around(node: ts.Node, becomes: string) {
    const whole = node.parent.getText(source);
    const [start, end] = [node.getStart(source), node.getEnd()].map(
      (at) => at - node.parent.getStart(source),
    );
    return [whole, whole.slice(0, start) + becomes + whole.slice(end)];
  }

  /** The text of a node with the mutants of everything in it. */
  function render(node: ts.Node): string {
    if (isLeftAlone(node)) return text.slice(node.getFullStart(), node.getEnd());
    if (isConstant(node, source)) return leading(node) + constant(node);
    if (isMemory(node, source)) return `${leading(node)}globalThis.watch.remember(${inner(node)})`;
    if (isRemovable(node)) {
      return `${leading(node)}{ if (!${reached(node, '')}) { ${inner(node)} } }`;
    }
    const own = () => (ts.isIdentifier(node) ? use(node) : inner(node));
    if (!isChangeable(node)) return leading(node) + own();
    const changes = changesOf(node, source).filter((becomes) => becomes !== node.getText(source));
    const choices = changes.map((becomes) => `${reached(node, becomes)} ? (${becomes}) : `);
    return leading(node) + (choices.length > 0 ? `(${choices.join('')}(${own()}))` : own());
  }

  /** `const NAME = value` with a function that makes the value again. */
  function constant(node: ConstantDeclaration): string {
    const [first, outer] = [mutants.length, used];
    used = new Set();
    const value = render(node.initializer);
    const ids = [...used, ...mutants.slice(first).map(({ id }) => id)];
    used = outer;
    const name = node.name.text;
    if (ids.length === 0) return text.slice(node.getStart(source), node.initializer.getFullStart()) + value;
    const make = `make$${name}`;
    constants.set(name, { make, ids });
    return `${make} = Object.assign(() => (${value}), { ids: ${JSON.stringify(ids)} }), ${name} = ${make}()`;
  }

  function use(node: ts.Identifier): string {
    const known = constants.get(node.text);
    if (!known || !isUse(node)) return node.text;
    if (used) for (const id of known.ids) used.add(id);
    const value = `globalThis.watch.again(${node.text}, ${known.make})`;
    return ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${value}` : value;
  }

  const leading = (node: ts.Node) => text.slice(node.getFullStart(), node.getStart(source));

  function inner(node: ts.Node): string {
    let at = node.getStart(source);
    let code = '';
    ts.forEachChild(node, (child) => {
      code += text.slice(at, child.getFullStart()) + render(child);
      at = child.getEnd();
    });
    return code + text.slice(at, node.getEnd());
  }

  return { code: inner(source), mutants };
}

const oneLine = (code: string) => code.replace(/\s+/g, ' ').trim();

/** Types, names and what is assigned to are no behaviour; the compiler watches over texts that are compared. */
function isLeftAlone(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isTaggedTemplateExpression(parent) && parent.template === node) return true;
  if (ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent)) return true;
  if (!ts.isStringLiteralLike(node) && !ts.isNumericLiteral(node)) return false;
  const isName = ts.isPropertyAssignment(parent) && parent.name === node;
  const isCompared = ts.isBinaryExpression(parent) && isEquality(parent) && ts.isStringLiteralLike(node);
  return isName || isCompared || ts.isCaseClause(parent);
}

const isAssignment = ({ operatorToken: { kind } }: ts.BinaryExpression) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
const isEquality = ({ operatorToken: { kind } }: ts.BinaryExpression) =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;

/** A statement that can go without another missing what it declares. */
const isRemovable = (node: ts.Node) =>
  ts.isExpressionStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node);

/** An expression that stands on its own: not what is called, and not the first part of an optional chain. */
function isChangeable(node: ts.Node): node is ts.Expression {
  const { parent } = node;
  const isCallee = ts.isCallExpression(parent) && parent.expression === node;
  const isInChain =
    (parent.flags & ts.NodeFlags.OptionalChain) !== 0 && 'expression' in parent && parent.expression === node;
  return ts.isExpression(node) && !isCallee && !isInChain;
}

type ConstantDeclaration = ts.VariableDeclaration & { name: ts.Identifier; initializer: ts.Expression };

/** A value of the file itself, of which the name is given only once. */
function isConstant(node: ts.Node, source: ts.SourceFile): node is ConstantDeclaration {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return false;
  if (node.parent.parent.parent !== source || ts.isArrowFunction(node.initializer)) return false;
  return !isMemory(node.initializer, source) && timesDeclared(source, node.name.text) === 1;
}

/** A map or set that starts empty and belongs to the file: what it keeps of one mutant is wrong for the next. */
const isMemory = (node: ts.Node, source: ts.SourceFile) =>
  ts.isNewExpression(node) &&
  (node.arguments ?? []).length === 0 &&
  node.parent.parent.parent.parent === source;

function timesDeclared(node: ts.Node, name: string): number {
  const own =
    (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
    ts.isIdentifier(node.name) &&
    node.name.text === name
      ? 1
      : 0;
  let times = own;
  ts.forEachChild(node, (child) => void (times += timesDeclared(child, name)));
  return times;
}

/** Read as a value: not the name of a property, and not where something is declared. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node;
  return (
    ts.isExpression(parent) ||
    ts.isStatement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isComputedPropertyName(parent) ||
    ts.isTemplateSpan(parent)
  );
}
