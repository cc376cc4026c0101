import { type Node, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Place, type Problem, problemsOf, Faults, programmeLimits, type Tree, type TreeEntry } from '../index.ts';

export type ReadYaml =
  | Readonly<{ kind: 'read'; tree: Tree }>
  | Readonly<{ kind: 'unreadable'; problems: readonly Problem[] }>;

class TooLarge extends Error {}

type Reading = Readonly<{
  resolve: (node: Node) => Node | undefined;
  placeOf: (node: Node) => Place;
  count: () => void;
  tags: { given: string; place: Place }[];
}>;

const treeOf = (node: unknown, parent: Place, reading: Reading, depth: number): Tree => {
  reading.count();
  if (depth > programmeLimits.depthMax) throw new TooLarge('levels');
  const real = isAlias(node) ? reading.resolve(node) : (node as Node | null);
  if (!real) return { ...parent, kind: 'text', text: '' };
  const place = reading.placeOf(real);
  if ('tag' in real && typeof real.tag === 'string' && !/^tag:yaml\.org,2002:(?:str|map|seq)$/.test(real.tag))
    reading.tags.push({ given: real.tag, place });
  if (isSeq(real))
    return { ...place, kind: 'list', items: real.items.map((item) => treeOf(item, place, reading, depth + 1)) };
  if (isMap(real)) {
    const entries = real.items.filter(isPair).map((pair): TreeEntry => {
      const key = pair.key as Node;
      const keyPlace = reading.placeOf(key);
      return {
        key: isScalar(key) ? String(key.value) : '?',
        keyPlace,
        value: treeOf(pair.value, keyPlace, reading, depth + 1),
      };
    });
    return { ...place, kind: 'map', entries };
  }
  return { ...place, kind: 'text', text: isScalar(real) ? String(real.value ?? '') : '' };
};

const unreadable = (
  problems: readonly Readonly<{
    reason: 'YAML_MALFORMED' | 'KEY_TWICE' | 'TAG_NOT_ALLOWED' | 'TEMPLATE_TOO_LARGE';
    place: Place;
    details: Readonly<Record<string, string | number>>;
  }>[],
): ReadYaml => ({
  kind: 'unreadable',
  problems: problems.flatMap(({ reason, place, details }) => {
    const faults = new Faults();
    faults.add(reason, [], details);
    return problemsOf({ ...place, kind: 'text', text: '' }, faults.all);
  }),
});

/**
 * Reads YAML 1.2 by its failsafe schema: every scalar stays the text that was written, so that `0.10` is no float and `01-05`
 * no date. Anchors may repeat things, tags may not stand. No JavaScript value is ever made of the text but strings.
 */
export const readYaml = (text: string): ReadYaml => {
  const { templateBytesMax, nodesMax } = programmeLimits;
  const top = { line: 1, column: 1 };
  if (Buffer.byteLength(text) > templateBytesMax)
    return unreadable([
      { reason: 'TEMPLATE_TOO_LARGE', place: top, details: { max: templateBytesMax, unit: 'bytes' } },
    ]);
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, version: '1.2', prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0)
    return unreadable(
      document.errors.slice(0, programmeLimits.problemsMax).map((error) => ({
        reason: error.code === 'DUPLICATE_KEY' ? 'KEY_TWICE' : 'YAML_MALFORMED',
        place: placeAt(error.pos[0]),
        details: { what: error.message },
      })),
    );
  let nodes = 0;
  const tags: { given: string; place: Place }[] = [];
  try {
    const tree = treeOf(
      document.contents,
      top,
      {
        resolve: (node) => (isAlias(node) ? node.resolve(document) : node),
        placeOf: (node) => placeAt(node.range?.[0] ?? 0),
        count: () => {
          nodes += 1;
          if (nodes > nodesMax) throw new TooLarge('nodes');
        },
        tags,
      },
      0,
    );
    if (tags.length === 0) return { kind: 'read', tree };
    return unreadable(tags.map(({ given, place }) => ({ reason: 'TAG_NOT_ALLOWED', place, details: { given } })));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const max = error.message === 'nodes' ? nodesMax : programmeLimits.depthMax;
    return unreadable([{ reason: 'TEMPLATE_TOO_LARGE', place: top, details: { max, unit: error.message } }]);
  }
};
