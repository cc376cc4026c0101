import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import { type Place, programmeLimits, type Tree, type TreeEntry } from '../index.ts';

/** What is told of a YAML text that can be parsed and still is no tree of texts. */
export type TreeProblem = Readonly<{
  reason: 'KEY_TWICE' | 'TAG_NOT_ALLOWED' | 'TEMPLATE_TOO_LARGE';
  place: Place;
  details: Readonly<Record<string, string | number>>;
}>;

const PLAIN_TAGS = /^tag:yaml\.org,2002:(?:str|map|seq)$/;

/**
 * Makes a tree of parsed YAML, in the order of the text and in time that grows with it: keys are compared through a set and
 * anchors kept as they come, since the parser's own ways look through the whole document for each.
 */
export class TreeReader {
  readonly problems: TreeProblem[] = [];
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, Node>();
  readonly #seen = new Set<Node>();
  #nodes = 0;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  read(given: unknown, parent: Place, depth = 0): Tree {
    const { nodesMax, depthMax } = programmeLimits;
    const node = isAlias(given) ? this.#anchors.get(given.source) : (given as Node | null);
    this.#nodes += 1;
    if (!node) return { ...parent, kind: 'text', text: '' };
    const place = this.placeAt(node.range?.[0] ?? 0);
    const nothing: Tree = { ...place, kind: 'text', text: '' };
    if (this.#nodes > nodesMax) return this.#tooLarge(nothing, { max: nodesMax, unit: 'nodes' });
    if (depth > depthMax) return this.#tooLarge(nothing, { max: depthMax, unit: 'levels' });
    this.#remember(node, place);
    if (isSeq(node))
      return { ...place, kind: 'list', items: node.items.map((item) => this.read(item, place, depth + 1)) };
    if (isMap(node)) return { ...place, kind: 'map', entries: this.#entries(node.items, depth) };
    // By the failsafe schema a scalar's value is a string, or nothing.
    return { ...nothing, text: isScalar(node) && typeof node.value === 'string' ? node.value : '' };
  }

  #entries(pairs: readonly Pair[], depth: number): readonly TreeEntry[] {
    const keys = new Set<string>();
    return pairs.map(({ key: given, value }): TreeEntry => {
      const keyPlace = this.placeAt((given as Node).range?.[0] ?? 0);
      const key = isScalar(given) && typeof given.value === 'string' ? given.value : '?';
      if (keys.has(key)) this.problems.push({ reason: 'KEY_TWICE', place: keyPlace, details: {} });
      keys.add(key);
      return { key, keyPlace, value: this.read(value, keyPlace, depth + 1) };
    });
  }

  #remember(node: Node, place: Place): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    if (!isAlias(node) && 'anchor' in node && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if ('tag' in node && typeof node.tag === 'string' && !PLAIN_TAGS.test(node.tag))
      this.problems.push({ reason: 'TAG_NOT_ALLOWED', place, details: { given: node.tag.slice(0, 80) } });
  }

  #tooLarge(nothing: Tree, details: TreeProblem['details']): Tree {
    if (!this.problems.some(({ reason }) => reason === 'TEMPLATE_TOO_LARGE'))
      this.problems.push({ reason: 'TEMPLATE_TOO_LARGE', place: { line: 1, column: 1 }, details });
    return nothing;
  }
}
