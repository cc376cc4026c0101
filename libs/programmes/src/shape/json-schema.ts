import { type Field, isDefaulted, isOptional, type Node, type Shape, shapeOf } from './shape.ts';
import { DECIMAL_PATTERN, decimalTextOf, PARAMETER_PATTERN, PERCENT_PATTERN, wordForms } from './word-forms.ts';

/** JSON Schema of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Shapes that stand in many places, by the name under which `$defs` has them. */
export type NamedShapes = ReadonlyMap<Shape<unknown>, string>;

type NumberNode = Extract<Node, { kind: 'whole' | 'decimal' }>;

/** An editor reads `20` as a number, `"20"` and `$x` as texts: each may stand. */
const numberSchema = (node: NumberNode): JsonSchema => {
  const isWhole = node.kind === 'whole';
  const scale = isWhole ? 1 : 100;
  return {
    anyOf: [
      {
        type: isWhole ? 'integer' : 'number',
        minimum: node.min / scale,
        maximum: node.max / scale,
        ...(isWhole ? {} : { multipleOf: 0.01 }),
      },
      { type: 'string', pattern: isWhole ? '^(0|[1-9][0-9]{0,8})$' : DECIMAL_PATTERN },
      ...(node.parameter ? [{ type: 'string', pattern: PARAMETER_PATTERN }] : []),
    ],
  };
};

const percentSchema = ({ min, max, parameter }: Extract<Node, { kind: 'percent' }>): JsonSchema => ({
  type: 'string',
  description: `${decimalTextOf(min)}% to ${decimalTextOf(max)}%`,
  ...(parameter
    ? { anyOf: [{ pattern: PERCENT_PATTERN }, { pattern: PARAMETER_PATTERN }] }
    : { pattern: PERCENT_PATTERN }),
});

/** Words that an editor may take for something else: an id of digits, the value of a test. */
const wordSchema = (form: Extract<Node, { kind: 'word' }>['form']): JsonSchema => {
  const text = { type: 'string', pattern: wordForms[form].pattern };
  if (form === 'id' || form === 'idOrCode' || form === 'level')
    return { anyOf: [text, { type: 'integer', minimum: 0 }] };
  if (form === 'constant') return { anyOf: [text, { type: 'number', multipleOf: 0.01 }] };
  return form === 'value' ? { anyOf: [text, { type: 'number', multipleOf: 0.01 }, { type: 'boolean' }] } : text;
};

const refTo = (shape: Shape<unknown>, named: NamedShapes): JsonSchema => {
  const name = named.get(shape);
  return name === undefined ? jsonSchemaOf(shape, named) : { $ref: `#/$defs/${name}` };
};

const recordSchema = (fields: Readonly<Record<string, Field>>, named: NamedShapes): JsonSchema => {
  const required = Object.entries(fields).flatMap(([key, field]) =>
    isDefaulted(field) || isOptional(field) ? [] : [key],
  );
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [
        key,
        isDefaulted(field)
          ? { ...refTo(shapeOf(field), named), default: field.byDefault }
          : refTo(shapeOf(field), named),
      ]),
    ),
  };
};

const mapSchema = ({ keys, of, min, max }: Extract<Node, { kind: 'map' }>, named: NamedShapes): JsonSchema => ({
  type: 'object',
  minProperties: min,
  maxProperties: max,
  propertyNames: typeof keys === 'string' ? { pattern: wordForms[keys].pattern } : { enum: keys },
  additionalProperties: refTo(of, named),
});

const variants = (shapes: readonly (Shape<unknown> | undefined)[], named: NamedShapes): JsonSchema => ({
  anyOf: shapes.flatMap((shape) => (shape ? [refTo(shape, named)] : [])),
});

/**
 * The JSON Schema that follows from a shape, for editors. It knows forms, keys, sizes and ranges; what has to be looked up
 * elsewhere in a template (names, sums, order) only the validator knows.
 */
export const jsonSchemaOf = ({ node }: Shape<unknown>, named: NamedShapes): JsonSchema => {
  switch (node.kind) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: node.charactersMax, pattern: '\\S' };
    case 'word':
      return wordSchema(node.form);
    case 'choice':
      return { enum: node.of };
    case 'flag':
      return { enum: [true, false, 'true', 'false'] };
    case 'name':
      return {
        type: 'array',
        description: '[中文, English]',
        minItems: 2,
        maxItems: 6,
        items: { type: 'string', minLength: 1, maxLength: node.charactersMax, pattern: '\\S' },
      };
    case 'whole':
    case 'decimal':
      return numberSchema(node);
    case 'percent':
      return percentSchema(node);
    case 'list':
      return {
        type: 'array',
        minItems: node.min,
        maxItems: node.max,
        items: refTo(node.of, named),
        ...(node.distinct ? { uniqueItems: true } : {}),
      };
    case 'map':
      return mapSchema(node, named);
    case 'record':
      return recordSchema(node.fields, named);
    case 'tagged':
    case 'keyed':
      return variants(Object.values(node.variants), named);
    case 'either':
      return variants([node.text, node.list, node.map], named);
  }
};
