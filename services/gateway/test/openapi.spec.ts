import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument, operationIdOf } from '../src/adapters/http/openapi-document.ts';
import { everyRoute as routes } from './every-route.ts';

const document = openApiDocument(routes, 'https://jg.example');

type Json = { [key: string]: Json } & { $ref?: string };

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
};

describe('the OpenAPI document', () => {
  it('declares each route, once', () => {
    const declared = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(declared.toSorted()).toEqual(
      [...routes.map(({ method, path }) => `${method} ${path}`), 'GET /v1/live'].toSorted(),
    );
    expect(new Set(declared).size).toBe(declared.length);
  });

  it('is valid by the schema of OpenAPI 3.1', async () => {
    const result = await new Validator().validate(
      JSON.parse(JSON.stringify(document)) as Parameters<Validator['validate']>[0],
    );
    expect(JSON.stringify(result.errors ?? null).slice(0, 500)).toBe('null');
    expect(result.valid).toBe(true);
  });

  it('is OpenAPI 3.1 whose references all lead somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const ref of refsIn(document)) {
      const found = ref
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, step) => (at as Json)[step.replaceAll('~1', '/').replaceAll('~0', '~')], document);
      expect([ref, typeof found]).toEqual([ref, 'object']);
    }
  });

  it('gives every operation an id, both languages, its path parameters and its problems', () => {
    const ids = routes.map(operationIdOf);
    expect(new Set(ids).size).toBe(ids.length);
    for (const route of routes) {
      const operation = (document.paths as unknown as Json)[route.path]?.[route.method.toLowerCase()] as Json;
      expect(operation['summary']).toMatch(/\p{Script=Han}.* · \w/u);
      const inPath = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => String(name));
      const parameters = ((operation['parameters'] ?? []) as unknown as { in: string; name: string }[])
        .filter((one) => one.in === 'path')
        .map(({ name }) => name);
      expect(parameters.toSorted()).toEqual(inPath.toSorted());
      expect(operation['responses']).toHaveProperty('400.content.application/problem+json.schema.$ref');
    }
  });

  it('asks for a body where a field of it has to be said, and for none where none has', () => {
    const asked = routes
      .filter(({ body }) => body !== null)
      .map(({ path, method, body }) => {
        const operation = (document.paths as unknown as Json)[path]?.[method.toLowerCase()] as Json;
        const { required } = operation['requestBody'] as unknown as { required: boolean };
        return { path, required, taken: body?.safeParse({}).success };
      });
    for (const { path, required, taken } of asked) expect([path, required]).toEqual([path, !taken]);
    expect(new Set(asked.map(({ required }) => required))).toEqual(new Set([true, false]));
  });

  it('refuses unknown fields in every body', () => {
    for (const route of routes.filter(({ body }) => body !== null)) {
      const operation = (document.paths as unknown as Json)[route.path]?.[route.method.toLowerCase()] as Json;
      const schema = JSON.stringify(operation['requestBody']);
      expect([route.path, schema.includes('"additionalProperties":false') || schema.includes('$ref')]).toEqual([
        route.path,
        true,
      ]);
    }
  });
});
