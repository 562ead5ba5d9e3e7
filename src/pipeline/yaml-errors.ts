import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

/** Where something is inside a file: keys of mappings and indexes of lists, from the top. */
export type Path = readonly PropertyKey[];

/** A YAML file as read: its content, what is wrong with it as YAML, and where each thing stands. */
export interface YamlFile {
  readonly content: unknown;
  /** `file:line:column: sentence`; empty where the file is sound. */
  readonly problems: readonly string[];
  /** `file:line:column` of the value at a path; where there is none, of the thing that should hold it. */
  readonly at: (path: Path) => string;
  /** `file:line:column` of the key at a path. */
  readonly atKey: (path: Path) => string;
}

/** How often anchors may be repeated: enough for shared options, too little for a bomb. */
const maxAliasCount = 100;

/** Reads YAML 1.2: one document, each key once. It never throws: what is wrong is listed. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const locate = (path: Path, side: 'key' | 'value'): string => place(find(document, path, side)?.range?.[0] ?? 0);
  const found = [...document.errors, ...document.warnings].filter(
    ({ pos }, i, all) => all.findIndex((other) => other.pos[0] === pos[0]) === i,
  );
  const problems = found.map(
    ({ code, message, pos }) => `${place(pos[0])}: ${sentence(code, message, text.slice(...pos))}`,
  );
  return {
    ...(problems.length > 0 ? { content: null, problems } : contentOf(document, place(0))),
    at: (path) => locate(path, 'value'),
    atKey: (path) => locate(path, 'key'),
  };
}

function contentOf(document: Document, start: string): Pick<YamlFile, 'content' | 'problems'> {
  try {
    return { content: document.toJS({ maxAliasCount }), problems: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const tooMany = error.message.startsWith('Excessive');
    const rule = tooMany ? `anchors must not be repeated more than ${maxAliasCount} times` : lowerFirst(error.message);
    return { content: null, problems: [`${start}: ${rule}`] };
  }
}

/** The node at a path, through aliases; where there is none, the key or item that should hold it. */
function find(document: Document, path: Path, side: 'key' | 'value'): Node | null {
  let node: Node | null | undefined = document.contents;
  let holder = node;
  for (const [depth, step] of path.entries()) {
    const { key, value } = child(isAlias(node) ? node.resolve(document) : node, step);
    const found = key ?? value;
    if (!found) return holder;
    if (depth === path.length - 1) return side === 'key' ? found : (value ?? found);
    holder = found;
    node = value;
  }
  return holder;
}

function child(node: Node | null | undefined, step: PropertyKey): { key?: Node | undefined; value?: Node | undefined } {
  const asNode = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);
  if (isSeq(node)) return { value: asNode(node.items[Number(step)]) };
  if (!isMap(node)) return {};
  const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
  return pair ? { key: asNode(pair.key), value: asNode(pair.value) } : {};
}

/** What the YAML reader found, in words for those who do not know its own. */
function sentence(code: string, message: string, found: string): string {
  const unclosed = /end with an? ([\]}])/.exec(message)?.[1];
  if (unclosed !== undefined) return `"${unclosed === ']' ? '[' : '{'}" must be closed by "${unclosed}"`;
  if (/^Missing closing .quote/.test(message)) return 'a text in quotes must be closed by the same quote';
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'a key must be written once; it stands above already';
    case 'TAB_AS_INDENT':
      return 'indentation must be spaces, not tabs';
    case 'MULTIPLE_DOCS':
      return 'the file must hold one document; "---" begins a second one';
    case 'TAG_RESOLVE_FAILED':
      return `tags like ${found.split(/\s/, 1)[0] ?? found} are not allowed here`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a value that holds ": " must be in quotes, and keys of one mapping must be indented alike';
    default:
      return lowerFirst(message.split('\n', 1)[0] ?? message);
  }
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
