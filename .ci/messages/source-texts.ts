import { parseSync } from 'oxc-parser';

/* What a source file says to people: the texts that go through the catalogue, and those that do not. */

export interface BareText {
  text: string;
  line: number;
}

export interface SourceTexts {
  /** The English keys that `t`, `m`, `plural` and `words` are given. */
  keys: string[];
  /** Texts for people that no translation is asked for. */
  bare: BareText[];
}

interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const CATALOGUED = new Set(['t', 'm', 'plural', 'words']);
/** A fault of the program is for the log; `told` is given what has a key elsewhere. */
const NOT_FOR_PEOPLE = new Set([
  'Error',
  'TypeError',
  'DOMException',
  'RegExp',
  'Set',
  'told',
  'unreachable',
  'closest',
  'matchMedia',
  'querySelector',
  'querySelectorAll',
]);
/** Attributes and fields whose text is for machines. */
const MACHINE_NAMES =
  /^(className|class|placement|aria-labelledby|aria-describedby|d|id|key|name|type|to|href|src|rel|target|autoComplete|role|viewBox|fill|transform|data-.*|slot|allow|method|mode|credentials|accept|style|path|code|event|kind|mimeType|Content-Type)$/;

/** Our own name, a DOMException's, a place of a popover, a media query, a selector. */
const MACHINE_WORDS =
  /^(Sojourn|\w+Error|(top|bottom)( (start|end))?|\([\w-]+: [\w-]+\)|.*\[[\w-]+(=.*)?\].*)$/;

/** Words with a space between, or one word with a capital: "Keep", "in the room". */
const isForPeople = (text: string): boolean => {
  if (MACHINE_WORDS.test(text.trim())) return false;
  const plain = text.replaceAll(/\{\w+\}/g, '').trim();
  return (
    (/\p{L}{2}/u.test(plain) && /\p{L}\S* +\S*\p{L}/u.test(plain)) || /^\p{Lu}\p{Ll}/u.test(plain)
  );
};

/** @param file its name tells whether it has markup */
export function sourceTexts(file: string, source: string): SourceTexts {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: SourceTexts = { keys: [], bare: [] };
  const bare = (text: string, at: Node) => {
    if (isForPeople(text))
      found.bare.push({ text: text.trim(), line: source.slice(0, at.start).split('\n').length });
  };
  const keysOf = (value: unknown): void => {
    if (!isNode(value)) return;
    const text = literal(value);
    if (text !== null) {
      if (text !== '') found.keys.push(text);
    } else if (value.type === 'ConditionalExpression')
      [value['consequent'], value['alternate']].forEach(keysOf);
    else if (value.type === 'LogicalExpression') [value['left'], value['right']].forEach(keysOf);
    else if (value.type === 'ObjectExpression')
      members(value, 'properties').forEach((one) => keysOf(one['value']));
    else if (value.type === 'ParenthesizedExpression' || value.type === 'TSAsExpression')
      keysOf(value['expression']);
    else visit(value);
  };
  const visit = (node: Node): void => {
    if (isMachine(node)) return;
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const callee = calleeOf(node);
      if (NOT_FOR_PEOPLE.has(callee)) return;
      if (CATALOGUED.has(callee)) {
        const [first, ...rest] = members(node, 'arguments');
        const text = callee === 'plural' ? rest.shift() : first;
        if (callee === 'plural' && first) visit(first);
        keysOf(text);
        rest.forEach(visit);
        return;
      }
    }
    const text = literal(node);
    if (text !== null) return bare(text, node);
    if (node.type === 'JSXText') return bare(String(node['value']), node);
    if (node.type === 'TemplateLiteral') {
      const said = members(node, 'quasis').map((part) => cooked(part));
      if (said.some((part) => /\p{L}{2}\S* |^ ?\p{L}{3}| \p{L}{2}/u.test(part)))
        bare(said.join('…'), node);
    }
    for (const child of children(node)) visit(child);
  };
  visit(program as unknown as Node);
  return found;
}

function isMachine(node: Node): boolean {
  if (node.type.startsWith('Import') || node.type === 'ExportAllDeclaration') return true;
  if (node.type === 'BinaryExpression' || (node.type === 'SwitchCase' && isText(node['test'])))
    return node.type === 'BinaryExpression' && node['operator'] !== '+';
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|Instantiation)/.test(node.type))
    return true;
  if (node.type === 'JSXAttribute' || node.type === 'Property') {
    const name = nameOf(node.type === 'Property' ? node['key'] : node['name']);
    const value = node['value'];
    return MACHINE_NAMES.test(name) && (isText(value) || /^aria-|^className$|^id$/.test(name));
  }
  return false;
}

/** `t` of `t(…)`, `closest` of `element.closest(…)`. */
function calleeOf(call: Node): string {
  const callee = call['callee'];
  if (!isNode(callee)) return '';
  return nameOf(callee.type === 'MemberExpression' ? callee['property'] : callee);
}

/** Of an identifier, or of a key that is written as a text. */
function nameOf(node: unknown): string {
  const name = isNode(node) ? (node['name'] ?? node['value']) : '';
  return typeof name === 'string' ? name : '';
}

const isText = (value: unknown): boolean => isNode(value) && literal(value) !== null;

function literal(node: Node): string | null {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || members(node, 'expressions').length > 0) return null;
  return members(node, 'quasis').map(cooked).join('');
}

const cooked = (part: Node): string => {
  const value = part['value'];
  return typeof value === 'object' && value !== null && 'cooked' in value
    ? String(value.cooked)
    : '';
};

const members = (node: Node, field: string): Node[] => {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

function children(node: Node): Node[] {
  const keyed = node.type === 'Property' && !node['computed'];
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    if (keyed && field === 'key') return [];
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}
