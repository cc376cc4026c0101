import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { DOCS_POLICY, REDOC, registerDocs } from './docs-page.ts';

const served = () => {
  const scope = fastify();
  registerDocs(scope, () => ({ openapi: '3.1.0' }));
  return scope;
};

describe('the page of the interface', () => {
  it('takes every script from here, has none inline, and asks no other host', async () => {
    const scope = served();
    const page = await scope.inject('/docs');
    expect(page.headers['content-security-policy']).toBe(DOCS_POLICY);
    expect(DOCS_POLICY).not.toMatch(/unsafe|https?:|blob:|\*/u);
    const scripts = [...page.body.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/gu)];
    expect(scripts.map(([, , inline]) => inline)).toEqual(['', '']);
    expect(page.body).not.toMatch(/https?:/u);
    for (const [, attributes] of scripts) {
      const path = /src="([^"]+)"/u.exec(attributes ?? '')?.[1] ?? '';
      const script = await scope.inject(path);
      expect([path, script.statusCode, script.headers['content-type']]).toEqual([
        path,
        200,
        'text/javascript; charset=utf-8',
      ]);
    }
    expect((await scope.inject('/openapi.json')).json()).toEqual({ openapi: '3.1.0' });
  });

  it('knows the styles of the very version that is installed', () => {
    const path = createRequire(import.meta.url).resolve('redoc/package.json');
    expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version).toBe(REDOC.version);
  });
});
