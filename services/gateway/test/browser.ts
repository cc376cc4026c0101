/** A browser as far as these tests need one: cookies kept by hand, redirects followed by hand. */
export type Browser = Readonly<{
  cookies: Map<string, string>;
  /** The attributes of the last Set-Cookie of each name. */
  attributes: Map<string, string>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  form(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}>;

export const browser = (baseUrl: string): Browser => {
  const cookies = new Map<string, string>();
  const attributes = new Map<string, string>();

  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const gone = value === '' || rest.some((part) => /^\s*(?:max-age=0|expires=thu, 01 jan 1970)/iu.test(part));
      if (gone) cookies.delete(name);
      else cookies.set(name, value);
      attributes.set(name, rest.join(';').toLowerCase());
    }
  };

  /** What browsers say with a form: none of its origin where the page before gives no referrer. */
  let referrerPolicy: string | null = null;
  const ofForm = (): Record<string, string> => ({
    origin: referrerPolicy === 'no-referrer' ? 'null' : new URL(baseUrl).origin,
    'sec-fetch-site': 'same-origin',
  });

  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(path, baseUrl);
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(response);
    referrerPolicy = response.headers.get('referrer-policy');
    return response;
  };

  return {
    cookies,
    attributes,
    fetch: send,
    post: async (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    form: async (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...ofForm(), ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
};

export const locationOf = (response: Response): string => {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no redirect: ${response.status}`);
  return location;
};

/** Goes to the login page as a person would, and answers its address. */
export const openLogin = async (who: Browser, next = '/'): Promise<string> => {
  const started = await who.fetch(`/sign-in?next=${encodeURIComponent(next)}`);
  const authorized = await who.fetch(locationOf(started));
  const page = locationOf(authorized);
  const shown = await who.fetch(page);
  if (shown.status !== 200) throw new Error(`no login page: ${shown.status} ${await shown.text()}`);
  return page;
};

/** The whole code flow. */
export const signInAs = async (
  who: Browser,
  credentials: { login: string; password: string },
  next = '/',
): Promise<Response> => {
  const page = await openLogin(who, next);
  const tried = await who.form(page, credentials);
  if (tried.status !== 303) return tried;
  const resumed = await who.fetch(locationOf(tried));
  return who.fetch(locationOf(resumed));
};
