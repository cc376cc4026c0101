import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { browser } from './browser.ts';
import { type GatewayUnderTest, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;

beforeAll(async () => {
  world = await startGatewayUnderTest();
});
afterAll(async () => world.stop());

describe('what the issuer itself refuses', () => {
  it.each([
    ['no client', '/oidc/auth'],
    ['a client nobody knows', '/oidc/auth?client_id=another&response_type=code&scope=openid'],
    [
      'a way back that is not ours',
      '/oidc/auth?client_id=web&response_type=code&scope=openid&redirect_uri=https://elsewhere.example/',
    ],
    ['a session that is not there', '/oidc/auth/unknown'],
  ])('is a page of ours in both languages: %s', async (_what, path) => {
    const response = await browser(world.url).fetch(path, { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('登录未完成');
    expect(html).toContain('lang="en"');
    expect(html).not.toMatch(/elsewhere\.example|oidc-provider|at .+\.js:\d/u);
  });
});

describe('what the issuer answers', () => {
  it.each([
    ['a refusal', '/oidc/auth'],
    ['its description', '/oidc/.well-known/openid-configuration'],
    ['its keys', '/oidc/jwks'],
    ['an address that it has not', '/oidc/nothing'],
    ['a token for nothing', '/oidc/token'],
  ])('has the headers that all answers have, and is for no page of another origin: %s', async (_what, path) => {
    const { headers } = await fetch(`${world.url}${path}`, { headers: { origin: 'https://elsewhere.example' } });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/u);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
