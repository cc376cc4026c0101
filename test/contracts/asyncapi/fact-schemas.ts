import type { FactField, FactMessage } from './proto-facts.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Proto JSON of the scalar types that the facts use; a type that is not here stops the generation. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  TYPE_STRING: { type: 'string' },
  TYPE_BOOL: { type: 'boolean' },
  TYPE_INT32: { type: 'integer', format: 'int32' },
  TYPE_UINT32: { type: 'integer', minimum: 0 },
  TYPE_INT64: { type: 'integer', format: 'int64' },
  TYPE_DOUBLE: { type: 'number' },
};

const typeOf = (context: string, { type, messageType, name }: FactField): JsonSchema => {
  if (type === 'TYPE_MESSAGE') return { $ref: `#/components/schemas/${context}.${messageType}` };
  const scalar = SCALARS[type];
  if (!scalar) throw new Error(`${context}: the field ${name} is of ${type}, which the document has no form for`);
  return scalar;
};

const fieldSchema = (context: string, field: FactField): JsonSchema => {
  const description = field.comment === '' ? {} : { description: field.comment };
  const one = typeOf(context, field);
  return field.repeated
    ? { type: 'array', items: one, ...description }
    : '$ref' in one
      ? one
      : { ...one, ...description };
};

/** Proto JSON leaves out what is empty, zero or false: nothing is required, and consumers ignore what they do not know. */
export const payloadSchema = ({ context, comment, fields }: FactMessage): JsonSchema => ({
  type: 'object',
  description: comment,
  properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(context, field)])),
});

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', description, ...more });

const PLACE = { pattern: String.raw`^\d+/\d+$` };
const WHOLE = { pattern: String.raw`^\d+$` };

const EVERY_RECORD: Readonly<Record<string, JsonSchema>> = {
  ce_specversion: text('The version of CloudEvents.', { const: '1.0' }),
  ce_id: text('Unique with the source: `<event id>/<ordinal>`.'),
  ce_source: text('`/jiangong/<context>`.'),
  ce_type: text('The type of the fact.'),
  'content-type': text('Facts are proto JSON.', { const: 'application/json' }),
  ce_jgposition: text('The position of the event in the log.', WHOLE),
  ce_jggeneration: text(
    'Which telling of the history this is: a higher one tells everything again and replaces a lower one.',
    WHOLE,
  ),
  ce_jgprevious: text(
    'The place of the last fact before this record in its partition; absent before the first.',
    PLACE,
  ),
};

export const factHeaders: JsonSchema = {
  type: 'object',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_time',
    'ce_subject',
    'ce_jgposition',
    'ce_jgordinal',
    'ce_jgrevision',
    'ce_jgcorrelation',
    'ce_jggeneration',
  ],
  properties: {
    ...EVERY_RECORD,
    ce_time: text('When it became true: UTC with milliseconds.', { format: 'date-time' }),
    ce_subject: text('The stream; also the key of the record.'),
    ce_traceparent: text('W3C trace context of the order that made it true.'),
    ce_jgordinal: text('The number of the fact among those of its event, from 0.', WHOLE),
    ce_jgrevision: text('The revision of the event in its stream, from 0.', WHOLE),
    ce_jgcorrelation: text('Joins everything that follows from one request.'),
  },
};

export const watermarkHeaders: JsonSchema = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_jgposition', 'ce_jggeneration'],
  properties: { ...EVERY_RECORD, ce_time: text('When it was sent.', { format: 'date-time' }) },
};

export const watermarkPayload: JsonSchema = {
  type: 'object',
  description: 'All facts of the context up to a position stand before this record in this partition.',
  required: ['context', 'through'],
  properties: { context: { type: 'string' }, through: { type: 'integer', minimum: 0 } },
};
