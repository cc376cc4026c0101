import { z } from 'zod';

/** Where texts stand in an answer that may be absent; undefined where there are none. */
export type AbsentIn =
  | Readonly<{ each: AbsentIn }>
  | Readonly<{ fields: readonly string[]; within: readonly Readonly<{ field: string; absent: AbsentIn }>[] }>;

const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap() as z.ZodType) : schema;

/** A text of one form or of several, such as a day or an instant. */
const isText = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodString ||
  schema instanceof z.ZodStringFormat ||
  schema instanceof z.ZodEnum ||
  (schema instanceof z.ZodUnion && schema.options.every((one) => isText(one as z.ZodType)));

const mayBeNull = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodNullable || (schema instanceof z.ZodOptional && mayBeNull(schema.unwrap() as z.ZodType));

/** Worked out once, when a route is declared. */
export const absentIn = (schema: z.ZodType): AbsentIn | undefined => {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray || inner instanceof z.ZodRecord) {
    const each = absentIn((inner instanceof z.ZodArray ? inner.element : inner.valueType) as z.ZodType);
    return each && { each };
  }
  if (!(inner instanceof z.ZodObject)) return undefined;
  const parts = Object.entries(inner.shape) as [string, z.ZodType][];
  const fields = parts.filter(([, part]) => mayBeNull(part) && isText(bare(part))).map(([field]) => field);
  const within = parts.flatMap(([field, part]) => {
    const absent = absentIn(part);
    return absent === undefined ? [] : [{ field, absent }];
  });
  return fields.length === 0 && within.length === 0 ? undefined : { fields, within };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A service's answer with null where it says an empty text of what may be absent: proto has no null of its own. */
export const withNulls = (absent: AbsentIn, value: unknown): unknown => {
  if ('each' in absent) {
    if (Array.isArray(value)) return value.map((one) => withNulls(absent.each, one));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNulls(absent.each, one)]));
  }
  if (!isRecord(value)) return value;
  const told = { ...value };
  for (const field of absent.fields) if (told[field] === '') told[field] = null;
  for (const { field, absent: inner } of absent.within) if (field in told) told[field] = withNulls(inner, told[field]);
  return told;
};

/** The same for a whole answer; answers without such fields, files among them, stay as they are. */
export const nullsOf = (answer: z.ZodType): ((body: unknown) => unknown) => {
  const absent = absentIn(answer);
  return absent === undefined ? (body) => body : (body) => withNulls(absent, body);
};
