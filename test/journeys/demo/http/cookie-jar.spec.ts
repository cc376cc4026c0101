import { describe, expect, it } from '@jest/globals';
import { CookieJar } from './cookie-jar.ts';

const jarWith = (...cookies: string[]): CookieJar => {
  const jar = new CookieJar();
  jar.take(cookies, '/oidc/auth');
  return jar;
};

describe('the cookie jar', () => {
  it('sends a cookie back to its path and below, longest path first', () => {
    const jar = jarWith('a=1; Path=/', 'b=2; Path=/oidc/x; HttpOnly');
    expect(jar.header('/oidc/x/y?z=1')).toBe('b=2; a=1');
    expect(jar.header('/oidc/xy')).toBe('a=1');
  });

  it('takes the folder of the request where no path is given', () => {
    expect(jarWith('a=1').header('/oidc/other')).toBe('a=1');
    expect(jarWith('a=1').header('/v1/me')).toBeUndefined();
  });

  it('forgets what has expired', () => {
    const jar = jarWith('a=1; Path=/');
    jar.take(['a=; Path=/; Max-Age=0'], '/');
    expect(jar.header('/')).toBeUndefined();
    expect(jarWith('a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT').header('/')).toBeUndefined();
  });
});
