import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../src/adapters/http/openapi-document.ts';
import { serviceRoutes } from '../src/routes/index.ts';

/** Numbers beyond this are none that JSON, JavaScript and a database agree about. */
const NUMBER_MAX = 999_999_999_999_999;

type Schema = Readonly<Record<string, unknown>>;
type Operation = Readonly<{ parameters?: readonly unknown[]; requestBody?: unknown }>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** What is sent to us; references are followed once each. */
const inputsOf = (document: Schema, operation: Operation): readonly (readonly [string, Schema])[] => {
  const found: (readonly [string, Schema])[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, at: string): void => {
    if (!isSchema(value) || seen.has(value)) return;
    seen.add(value);
    if (typeof value['$ref'] === 'string')
      return visit(
        value['$ref']
          .replace('#/', '')
          .split('/')
          .reduce<unknown>((here, step) => (here as Schema)[step], document),
        at,
      );
    found.push([at, value]);
    for (const [key, part] of Object.entries(value)) visit(part, `${at}/${key}`);
  };
  visit(operation.parameters, 'parameters');
  visit(operation.requestBody, 'body');
  return found;
};

/** Numbers without bounds. */
const unboundedNumbers = (document: Schema, operation: Operation): readonly string[] =>
  inputsOf(document, operation).flatMap(([at, schema]) => {
    const types = [schema['type']].flat();
    if (!types.includes('integer') && !types.includes('number')) return [];
    const { minimum, maximum } = schema;
    const bounded =
      typeof minimum === 'number' &&
      typeof maximum === 'number' &&
      Math.abs(minimum) <= NUMBER_MAX &&
      Math.abs(maximum) <= NUMBER_MAX;
    return bounded ? [] : [`${at}: ${String(minimum)} to ${String(maximum)}`];
  });

const document = openApiDocument([...serviceRoutes], 'https://jg.example') as unknown as Schema;
const operations = Object.entries(document['paths'] as Schema).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
);

describe('numbers from outside', () => {
  it.each(operations)('%s takes none without bounds', (_, operation) =>
    expect(unboundedNumbers(document, operation)).toEqual([]),
  );

  it('were looked at', () =>
    expect(
      operations.flatMap(([, operation]) =>
        inputsOf(document, operation).filter(([, { type }]) => type === 'integer' || type === 'number'),
      ).length,
    ).toBeGreaterThan(10));

  it.each([
    ['no bounds', { type: 'integer' }],
    ['one bound', { type: 'integer', minimum: 0 }],
    ['a bound that is none', { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }],
    ['a number or null', { type: ['number', 'null'] }],
  ])('%s are found', (__, schema) =>
    expect(unboundedNumbers({}, { requestBody: { content: { deep: [schema] } } })).toHaveLength(1),
  );
});
