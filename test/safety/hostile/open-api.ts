/** As much of the served OpenAPI 3.1 document as requests are made from. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  maxItems?: number;
}>;

type Parameter = Readonly<{ name: string; in: string; required?: boolean; schema?: Schema }>;
type OperationObject = Readonly<{
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content?: Readonly<Record<string, Readonly<{ schema?: Schema }>>> }>;
}>;
export type OpenApi = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  components?: Readonly<{ schemas?: Readonly<Record<string, Schema>> }>;
}>;

/** One thing that may be asked of the API. */
export type Operation = Readonly<{
  method: string;
  path: string;
  query: readonly string[];
  body: Schema | undefined;
  contentTypes: readonly string[];
  /** Headers without which it is not looked at. */
  asked: readonly string[];
}>;

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Everything that the document says can be asked. Throws when that is suspiciously little: a run over nothing would be green. */
export const operationsOf = (document: OpenApi): readonly Operation[] => {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]): Operation => {
        const content = operation.requestBody?.content ?? {};
        return {
          method: method.toUpperCase(),
          path,
          query: (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
          body: content['application/json']?.schema,
          contentTypes: Object.keys(content),
          asked: (operation.parameters ?? [])
            .filter((one) => one.in === 'header' && one.required === true)
            .map(({ name }) => name.toLowerCase()),
        };
      }),
  );
  if (operations.length < 50) throw new Error(`the document names ${operations.length} operations only`);
  return operations;
};

const REF = /^#\/components\/schemas\/(.+)$/u;

/** The schema itself, where another one only points to it. */
export const resolved = (schema: Schema, document: OpenApi): Schema => {
  const name = REF.exec(schema.$ref ?? '')?.[1];
  return name === undefined ? schema : (document.components?.schemas?.[name] ?? {});
};
