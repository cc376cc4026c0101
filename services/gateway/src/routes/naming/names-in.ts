import { z } from 'zod';
import { type KindOfId, kindOfId, type Name, type NamedKind, nameFieldOf } from './named-ids.ts';

/** One field of an object that holds an id, or several. */
export type NamedField = Readonly<{ field: string; nameField: string; many: boolean; kind: KindOfId }>;

/** Where ids stand in what a schema describes; undefined where there are none. */
export type NamesIn =
  | Readonly<{ each: NamesIn }>
  | Readonly<{ fields: readonly NamedField[]; within: readonly Readonly<{ field: string; names: NamesIn }>[] }>;

/** Without what only says that a value may be absent. */
const bare = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return bare(schema.unwrap() as z.ZodType);
  return schema;
};

const declaredKind = (schema: z.ZodType): KindOfId | undefined => kindOfId(schema) ?? kindOfId(bare(schema));

const fieldOf = (field: string, schema: z.ZodType): NamedField | undefined => {
  const inner = bare(schema);
  const many = inner instanceof z.ZodArray;
  const kind = many ? declaredKind(inner.element as z.ZodType) : declaredKind(schema);
  return kind === undefined ? undefined : { field, nameField: nameFieldOf(field, many), many, kind };
};

/** The ids of an object's own fields. */
export const namedFieldsOf = (object: z.ZodObject): readonly NamedField[] =>
  Object.entries(object.shape).flatMap(([field, schema]) => {
    const named = fieldOf(field, schema as z.ZodType);
    if (named !== undefined && named.nameField in object.shape)
      throw new Error(`${named.nameField} is declared, and would be the name of ${field}`);
    return named === undefined ? [] : [named];
  });

/** Where the ids stand in an answer. Worked out once, when a route is declared. */
export const namesIn = (schema: z.ZodType): NamesIn | undefined => {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) {
    const each = namesIn(inner.element as z.ZodType);
    return each && { each };
  }
  if (inner instanceof z.ZodRecord) {
    const each = namesIn(inner.valueType as z.ZodType);
    return each && { each };
  }
  if (!(inner instanceof z.ZodObject)) return undefined;
  const fields = namedFieldsOf(inner);
  const within = Object.entries(inner.shape).flatMap(([field, part]) => {
    const names = namesIn(part as z.ZodType);
    return names === undefined ? [] : [{ field, names }];
  });
  return fields.length === 0 && within.length === 0 ? undefined : { fields, within };
};

/** What an id is called, to whom it is answered; null: not told. */
export type NameOf = (kind: NamedKind, id: string) => Name | null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindIn = (kind: KindOfId, holder: Record<string, unknown>): NamedKind | undefined =>
  typeof kind === 'string' ? kind : kind.kinds[String(holder[kind.by])];

const named = (field: NamedField, holder: Record<string, unknown>, nameOf: NameOf): Name | null | (Name | null)[] => {
  const kind = kindIn(field.kind, holder);
  const one = (id: unknown): Name | null =>
    kind === undefined || typeof id !== 'string' || id === '' ? null : nameOf(kind, id);
  const value = holder[field.field];
  if (!field.many) return one(value);
  return Array.isArray(value) ? value.map(one) : [];
};

/** The same answer with a name beside each id, in the order of the ids. */
export const withNames = (names: NamesIn, value: unknown, nameOf: NameOf): unknown => {
  if ('each' in names) {
    if (Array.isArray(value)) return value.map((one) => withNames(names.each, one, nameOf));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNames(names.each, one, nameOf)]));
  }
  if (!isRecord(value)) return value;
  // Field by field on one copy: this is done for every row of every answer.
  const told: Record<string, unknown> = { ...value };
  for (const { field, names: of } of names.within)
    if (field in value) told[field] = withNames(of, value[field], nameOf);
  for (const field of names.fields) told[field.nameField] = named(field, value, nameOf);
  return told;
};

/** Tells every id that stands in an answer, and its kind; copies nothing. */
const visit = (names: NamesIn, value: unknown, tell: NameOf): void => {
  if ('each' in names) {
    const each = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
    for (const one of each) visit(names.each, one, tell);
    return;
  }
  if (!isRecord(value)) return;
  for (const { field, names: of } of names.within) visit(of, value[field], tell);
  for (const field of names.fields) named(field, value, tell);
};

/** The ids that stand in an answer, by kind, each once. */
export const idsIn = (names: NamesIn, value: unknown): ReadonlyMap<NamedKind, ReadonlySet<string>> => {
  const found = new Map<NamedKind, Set<string>>();
  visit(names, value, (kind, id) => {
    let ids = found.get(kind);
    if (ids === undefined) found.set(kind, (ids = new Set()));
    ids.add(id);
    return null;
  });
  return found;
};
