import type { Path } from '../tree.ts';
import { type Node, type Shape, shapeOf } from './shape.ts';

export type Leaf = Readonly<{ node: Node; value: string | number | boolean | readonly [string, string]; path: Path }>;

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => Object.entries(value as object);

const variantOf = (node: Extract<Node, { kind: 'tagged' | 'keyed' }>, value: object): Shape<unknown> => {
  const name =
    node.kind === 'tagged'
      ? String((value as Readonly<Record<string, unknown>>)[node.on])
      : Object.keys(node.variants).find((key) => Object.hasOwn(value, key));
  const variant = name === undefined ? undefined : node.variants[name];
  if (!variant) throw new Error(`a read value has a variant of its shape: ${Object.keys(value).join(', ')}`);
  return variant;
};

const shapeByForm = (node: Extract<Node, { kind: 'either' }>, value: unknown): Shape<unknown> => {
  const shape = Array.isArray(value) ? node.list : typeof value === 'object' ? node.map : node.text;
  if (!shape) throw new Error('a read value has a form of its shape');
  return shape;
};

/** The same value with every leaf as `leaf` gives it. Only what `readShape` read can be walked. */
export const walkShape = (
  { node }: Shape<unknown>,
  value: unknown,
  leaf: (leaf: Leaf) => unknown,
  path: Path = [],
): unknown => {
  const into = (shape: Shape<unknown>, inner: unknown, step: string | number): unknown =>
    walkShape(shape, inner, leaf, [...path, step]);
  switch (node.kind) {
    case 'text':
    case 'word':
    case 'choice':
    case 'flag':
    case 'name':
    case 'whole':
    case 'decimal':
    case 'percent':
      return leaf({ node, value: value as Leaf['value'], path });
    case 'list':
      return (value as readonly unknown[]).map((inner, index) => into(node.of, inner, index));
    case 'map':
      return Object.fromEntries(entriesOf(value).map(([key, inner]) => [key, into(node.of, inner, key)]));
    case 'record':
      return Object.fromEntries(
        entriesOf(value).flatMap(([key, inner]) => {
          const field = node.fields[key];
          return field ? [[key, into(shapeOf(field), inner, key)]] : [];
        }),
      );
    case 'tagged':
    case 'keyed':
      return walkShape(variantOf(node, value as object), value, leaf, path);
    case 'either':
      return walkShape(shapeByForm(node, value), value, leaf, path);
  }
};
