type Schema = Readonly<{ [key: string]: unknown }>;

export type LoosePlaces = Readonly<{
  /** Texts that say neither a list of words nor a form. */
  texts: readonly Readonly<{ field: string; where: string }>[];
  /** What may be anything. */
  unknown: readonly string[];
  /** Answers and bodies that have no name of their own. */
  inline: readonly string[];
}>;

const FORMS = ['enum', 'format', 'pattern', 'const'];
const JSON_TYPE = 'application/json';

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): readonly (readonly [string, Schema])[] =>
  isSchema(value) ? Object.entries(value).filter((entry): entry is [string, Schema] => isSchema(entry[1])) : [];

const isText = ({ type }: Schema): boolean => type === 'string' || (Array.isArray(type) && type.includes('string'));

/** The places of a document's answers where a client can not know what it gets. */
export const loosePlaces = (document: object): LoosePlaces => {
  const texts: { field: string; where: string }[] = [];
  const unknown: string[] = [];
  const inline: string[] = [];
  const seen = new Set<string>();
  const schemas = fieldsOf((document as { components?: { schemas?: unknown } }).components?.schemas);
  const named = new Map(schemas);

  const walk = (schema: Schema, where: string): void => {
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
    if (name !== undefined) {
      // Any JSON is any JSON by its name: whose shape it has is told elsewhere.
      if (seen.has(name) || name === 'Json') return;
      seen.add(name);
      const found = named.get(name);
      if (found === undefined) throw new Error(`${where} leads nowhere: ${name}`);
      walk(found, name);
      return;
    }
    if (Object.keys(schema).every((key) => key === 'description')) unknown.push(where);
    for (const way of ['anyOf', 'oneOf', 'allOf'])
      for (const one of Array.isArray(schema[way]) ? schema[way] : []) if (isSchema(one)) walk(one, where);
    if (isText(schema) && FORMS.every((form) => schema[form] === undefined))
      texts.push({ field: where.split('.').at(-1)?.replace('[]', '') ?? where, where });
    if (isSchema(schema['items'])) walk(schema['items'], `${where}[]`);
    for (const [field, inner] of fieldsOf(schema['properties'])) walk(inner, `${where}.${field}`);
    if (isSchema(schema['additionalProperties'])) walk(schema['additionalProperties'], where);
  };

  const paths = (document as { paths?: unknown }).paths;
  for (const [path, methods] of fieldsOf(paths))
    for (const [method, operation] of fieldsOf(methods)) {
      const where = `${method} ${path}`;
      const contents = [
        ...fieldsOf(operation['responses']).flatMap(([status, { content }]) =>
          status.startsWith('2') ? [content] : [],
        ),
        isSchema(operation['requestBody']) ? operation['requestBody']['content'] : undefined,
      ];
      const answer = contents.flatMap((content) => fieldsOf(content).filter(([type]) => type === JSON_TYPE));
      for (const [, { schema }] of answer) if (isSchema(schema) && schema['$ref'] === undefined) inline.push(where);
      for (const [, { schema }] of answer.slice(0, 1)) if (isSchema(schema)) walk(schema, where);
    }
  return { texts, unknown, inline };
};
