/** Where something stands in a text; lines and columns count from 1, and 0 means: the text had no lines (it came as data). */
export type Place = Readonly<{ line: number; column: number }>;

/** One key of a map, with the place of the key itself. */
export type TreeEntry = Readonly<{ key: string; keyPlace: Place; value: Tree }>;

/**
 * A template as it was written: every scalar is the text that stands there (no number was read yet, so none can have lost
 * digits), and everything knows its place.
 */
export type Tree =
  | (Place & Readonly<{ kind: 'text'; text: string }>)
  | (Place & Readonly<{ kind: 'list'; items: readonly Tree[] }>)
  | (Place & Readonly<{ kind: 'map'; entries: readonly TreeEntry[] }>);

/** From the top to a value: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];

export const NOWHERE: Place = { line: 0, column: 0 };

/** `$.calendar[2].opens` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), '$');

const stepInto = (tree: Tree, step: string | number): Readonly<{ key: Place; value: Tree }> | undefined => {
  if (tree.kind === 'list' && typeof step === 'number') {
    const value = tree.items[step];
    return value && { key: value, value };
  }
  if (tree.kind !== 'map') return undefined;
  const entry = tree.entries.find(({ key }) => key === step);
  return entry && { key: entry.keyPlace, value: entry.value };
};

/** The place of a path: of its key, or of its value. What is not there has the place of what should hold it. */
export const placeOf = (tree: Tree, path: Path, of: 'key' | 'value'): Place => {
  let here: Tree = tree;
  let key: Place = tree;
  for (const step of path) {
    const next = stepInto(here, step);
    if (!next) return { line: here.line, column: here.column };
    key = next.key;
    here = next.value;
  }
  const place = of === 'key' ? key : here;
  return { line: place.line, column: place.column };
};

/** JSON data as a tree without places: numbers and truth values become the texts that they are written as. */
export const treeOfJson = (json: unknown): Tree => {
  if (Array.isArray(json)) return { ...NOWHERE, kind: 'list', items: json.map(treeOfJson) };
  if (typeof json === 'object' && json !== null)
    return {
      ...NOWHERE,
      kind: 'map',
      entries: Object.entries(json).map(([key, value]) => ({ key, keyPlace: NOWHERE, value: treeOfJson(value) })),
    };
  return { ...NOWHERE, kind: 'text', text: typeof json === 'string' ? json : (JSON.stringify(json ?? '') ?? '') };
};
