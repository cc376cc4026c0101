type Cookie = Readonly<{ name: string; value: string; path: string }>;

/** The cookies of one browser at one origin: as much of RFC 6265 as a sign-in on one host needs. */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  /** Takes the `Set-Cookie` headers of an answer to `requestPath`. */
  take(headers: readonly string[], requestPath: string): void {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      if (at < 1) continue;
      const of = (wanted: string): string | undefined =>
        attributes.find((attribute) => attribute.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const path = of('path') ?? (requestPath.slice(0, requestPath.lastIndexOf('/')) || '/');
      const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), path };
      const expires = of('expires');
      const gone = of('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
      if (gone) this.#cookies.delete(`${cookie.name} ${path}`);
      else this.#cookies.set(`${cookie.name} ${path}`, cookie);
    }
  }

  /** The `Cookie` header for a request, or undefined when there is none to send. Longer paths come first. */
  header(requestPath: string): string | undefined {
    const path = requestPath.split('?')[0] as string;
    const fitting = [...this.#cookies.values()]
      .filter(
        (cookie) =>
          path === cookie.path || path.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`),
      )
      .sort((a, b) => b.path.length - a.path.length);
    return fitting.length === 0 ? undefined : fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}
