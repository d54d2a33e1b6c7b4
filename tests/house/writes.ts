import ts from 'typescript';
import { posix } from 'node:path';

/**
 * A function or value at the top of a file: what it uses and what it writes. It leaves an audit row in the name of whoever
 * asked, in that of the portal itself (which says nothing of what others did), or none.
 */
type Part = { id: string; uses: Set<string>; tables: Set<string>; records: 'as asked' | 'by system' | null };

/** Where work begins: a request or a job. What stands there puts verbs together and is none. */
const isDoor = (id: string) => /routes\.ts#|^api\/mail\/jobs\/|^api\/app\.ts#/.test(id);
/** Books to see what would happen, and rolls all of it back. */
const isUndone = (id: string) => id.startsWith('api/publishing/access/trial.ts#');

/**
 * The writes in these files of which no audit row is left: not by the function that writes or what it calls, and not by
 * everyone who calls it. Looks at names only, without types: `tx.insert(table)`, `update`, `delete`, `insertRows(tx, table)`.
 */
export function writesWithoutAudit(files: Map<string, string>) {
  const parts = [...files].flatMap(([path, text]) => partsOf(path, text)).filter(({ id }) => !isUndone(id));
  const callers = new Map<string, Part[]>();
  for (const part of parts) {
    for (const used of part.uses) callers.set(used, [...(callers.get(used) ?? []), part]);
  }
  const recorded = recordedIn(parts);
  /** The way up from a part to where work begins, without anyone on it who leaves an audit row. */
  const silentWay = (part: Part, below: string[] = []): string[] | null => {
    const way = [...below, part.id];
    if (isDoor(part.id)) return way;
    if (part.records || recorded.has(part.id)) return null;
    const above = (callers.get(part.id) ?? []).filter(({ id }) => id !== part.id);
    if (above.length === 0) return way;
    const further = above.filter(({ id }) => !way.includes(id));
    return further.reduce<string[] | null>((found, one) => found ?? silentWay(one, way), null);
  };
  return parts.flatMap((part) => {
    const way = part.tables.size > 0 ? silentWay(part) : null;
    return way ? [...part.tables].map((table) => ({ table, way: way.join(' < ') })) : [];
  });
}

/** Whatever leaves a row in the name of whoever asked, or uses what does. */
function recordedIn(parts: Part[]) {
  const recorded = new Set(parts.filter(({ records }) => records === 'as asked').map(({ id }) => id));
  for (let before = -1; before < recorded.size;) {
    before = recorded.size;
    for (const { id, uses } of parts) {
      if (!isDoor(id) && [...uses].some((used) => recorded.has(used))) recorded.add(id);
    }
  }
  return recorded;
}

function partsOf(path: string, text: string): Part[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const names = new Map<string, string>();
  for (const statement of file.statements) {
    for (const [name, meant] of importsOf(path, statement)) names.set(name, meant);
    for (const { name } of declared(statement)) names.set(name, `${path}#${name}`);
  }
  return file.statements
    .flatMap(declared)
    .map(({ name, node }) =>
      readPart({ id: `${path}#${name}`, uses: new Set(), tables: new Set(), records: null }, node, names),
    );
}

function declared(statement: ts.Statement): { name: string; node: ts.Node }[] {
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? 'default', node: statement }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((node) => ({ name: node.name.getText(), node }));
}

function importsOf(path: string, statement: ts.Statement): [string, string][] {
  if (!ts.isImportDeclaration(statement)) return [];
  const from = (statement.moduleSpecifier as ts.StringLiteral).text;
  const target = from.startsWith('.') ? posix.join(posix.dirname(path), from) : from;
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((one) => [one.name.text, `${target}#${(one.propertyName ?? one.name).text}`]);
}

function readPart(part: Part, node: ts.Node, names: Map<string, string>): Part {
  const visit = (at: ts.Node) => {
    if (ts.isIdentifier(at)) part.uses.add(names.get(at.text) ?? '');
    if (ts.isCallExpression(at)) {
      const table = writtenBy(at, names);
      if (table) part.tables.add(table);
      if (
        ts.isIdentifier(at.expression) &&
        names.get(at.expression.text) === 'api/unit-of-work/audit.ts#record'
      ) {
        part.records = /^bySystem\(/.test(at.arguments[0]?.getText() ?? '')
          ? (part.records ?? 'by system')
          : 'as asked';
      }
    }
    ts.forEachChild(at, visit);
  };
  visit(node);
  return part;
}

/** The name of the table that a call writes to. */
function writtenBy(call: ts.CallExpression, names: Map<string, string>) {
  const { expression, arguments: given } = call;
  const isWrite =
    ts.isPropertyAccessExpression(expression) && /^(insert|update|delete)$/.test(expression.name.text);
  const isRows = ts.isIdentifier(expression) && names.get(expression.text) === 'db/insert.ts#insertRows';
  const table = isWrite ? given[0] : isRows ? given[1] : undefined;
  if (!table || !ts.isIdentifier(table)) return null;
  return /^db\/schema\/[\w-]+\.ts#(\w+)$/.exec(names.get(table.text) ?? '')?.[1] ?? null;
}
