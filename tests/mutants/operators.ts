import ts from 'typescript';

const K = ts.SyntaxKind;
const OPERATORS = new Map<ts.SyntaxKind, string[]>([
  [K.LessThanToken, ['<=', '>=']],
  [K.LessThanEqualsToken, ['<', '>']],
  [K.GreaterThanToken, ['>=', '<=']],
  [K.GreaterThanEqualsToken, ['>', '<']],
  [K.EqualsEqualsEqualsToken, ['!==']],
  [K.ExclamationEqualsEqualsToken, ['===']],
  [K.AmpersandAmpersandToken, ['||']],
  [K.BarBarToken, ['&&']],
  [K.PlusToken, ['-']],
  [K.MinusToken, ['+']],
  [K.AsteriskToken, ['/']],
  [K.SlashToken, ['*']],
  [K.PercentToken, ['*']],
  [K.PlusEqualsToken, ['-=']],
  [K.MinusEqualsToken, ['+=']],
  [K.BarBarEqualsToken, ['&&=']],
  [K.QuestionQuestionEqualsToken, ['=']],
]);
/** Calls that give something of the same kind as another, by the name of the method. */
const OTHER_METHOD: Record<string, string> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  padStart: 'padEnd',
  padEnd: 'padStart',
};
/** Calls that can be left out: what they are called on is of the same kind. */
const LEFT_OUT = new Set(
  'filter sort toSorted reverse toReversed slice concat trim normalize replace toLowerCase toUpperCase startOf'.split(
    ' ',
  ),
);

/** All small changes of one expression, as the text that comes in its place. */
export function changesOf(node: ts.Expression, source: ts.SourceFile): string[] {
  const text = (one: ts.Node) => one.getText(source);
  if (isCondition(node) && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)))
    return [`!${text(node)}`];
  if (ts.isBinaryExpression(node)) return ofBinary(node, text);
  if (ts.isConditionalExpression(node)) return [text(node.whenTrue), text(node.whenFalse)];
  if (ts.isPrefixUnaryExpression(node)) return ofUnary(node, text);
  if (ts.isPostfixUnaryExpression(node))
    return [`${text(node.operand)}${node.operator === K.PlusPlusToken ? '--' : '++'}`];
  if (ts.isCallExpression(node)) return ofCall(node, text);
  if (ts.isNumericLiteral(node)) return ofNumber(Number(node.text.replaceAll('_', '')));
  if (node.kind === K.TrueKeyword) return ['false'];
  if (node.kind === K.FalseKeyword) return ['true'];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return [node.text === '' ? "'x'" : "''"];
  if (ts.isTemplateExpression(node)) return ["''"];
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) return ['[]'];
  if (ts.isRegularExpressionLiteral(node)) return ofPattern(node.text);
  return [];
}

const isCondition = (node: ts.Node) =>
  (ts.isIfStatement(node.parent) && node.parent.expression === node) ||
  (ts.isConditionalExpression(node.parent) && node.parent.condition === node);

type Text = (node: ts.Node) => string;

function ofBinary({ left, operatorToken: { kind }, right }: ts.BinaryExpression, text: Text): string[] {
  if (kind === K.QuestionQuestionToken) return [text(left), text(right)];
  const isOfText = kind === K.PlusToken && [left, right].some((one) => ts.isStringLiteralLike(one));
  if (isOfText) return [text(left), text(right)];
  const others = (OPERATORS.get(kind) ?? []).map((operator) => `${text(left)} ${operator} ${text(right)}`);
  const isBoth = kind === K.AmpersandAmpersandToken || kind === K.BarBarToken;
  return isBoth
    ? [`(${text(left)}) ${kind === K.BarBarToken ? '&&' : '||'} (${text(right)})`, text(left), text(right)]
    : others;
}

function ofUnary({ operator, operand }: ts.PrefixUnaryExpression, text: Text): string[] {
  if (operator === K.ExclamationToken || operator === K.MinusToken) return [text(operand)];
  if (operator === K.PlusPlusToken) return [`--${text(operand)}`];
  return operator === K.MinusMinusToken ? [`++${text(operand)}`] : [];
}

function ofCall({ expression, arguments: given }: ts.CallExpression, text: Text): string[] {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const { expression: on, name } = expression;
  const other = Object.hasOwn(OTHER_METHOD, name.text) ? OTHER_METHOD[name.text] : undefined;
  const dot = expression.questionDotToken ? '?.' : '.';
  return [
    ...(other ? [`${text(on)}${dot}${other}(${given.map(text).join(', ')})`] : []),
    ...(LEFT_OUT.has(name.text) ? [text(on)] : []),
    ...(name.text === 'abs' ? [text(given[0]!)] : []),
  ];
}

const ofNumber = (value: number) => (value === 0 ? ['1'] : [String(value + 1), String(value - 1)]);

/** An anchor, a flag or a repetition less, each in its turn. */
function ofPattern(text: string): string[] {
  const end = text.lastIndexOf('/');
  const [body, flags] = [text.slice(1, end), text.slice(end + 1)];
  const shorter: string[] = [];
  let inClass = false;
  for (let at = 0; at < body.length; at++) {
    const char = body[at]!;
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if ('^$+*'.includes(char) || (char === '?' && body[at - 1] !== '('))
      shorter.push(`/${body.slice(0, at)}${body.slice(at + 1)}/${flags}`);
  }
  const withoutFlag = [...flags].filter((flag) => flag === 'i' || flag === 'g');
  return [...shorter, ...withoutFlag.map((flag) => `/${body}/${flags.replace(flag, '')}`)];
}
