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
