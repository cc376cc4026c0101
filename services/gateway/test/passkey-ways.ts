import { type Browser, browser, locationOf, openLogin } from './browser.ts';
import { freePort, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';
import type { Asked, Odd, SoftwareAuthenticator } from './software-authenticator.ts';

/** Browsers bind passkeys to a name, never to an address. */
export const RP_ID = 'localhost';

/** A gateway that is reached by a name. */
export const startNamedGateway = async (): Promise<GatewayUnderTest> => {
  const port = await freePort();
  const world = await startGatewayUnderTest({ PORT: String(port), PUBLIC_URL: `http://${RP_ID}:${port}` });
  await setUp(world);
  return world;
};

export type Question = Readonly<{
  options: { challenge: string; allowCredentials: { id: string }[] };
  challenge: string;
}>;
export type Creation = Readonly<{ options: { challenge: string; user: { id: string } }; challenge: string }>;
type Item = Readonly<{ passkeyId: string; name: string; lastUsedAt: string | null }>;

export const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;

export const unescaped = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What a page asks a passkey for. */
export const questionIn = (html: string): Question => {
  const form = /<form [^>]*data-passkey="get" data-options="([^"]*)"[^>]*>.*?name="challenge" value="([\w-]+)"/su.exec(
    html,
  );
  if (form === null) throw new Error('the page asks for no passkey');
  return { options: JSON.parse(unescaped(form[1] ?? '')) as Question['options'], challenge: form[2] ?? '' };
};

/** The step between password and second factor. */
export const stepIn = (html: string): string => /name="step" value="([\w-]+)"/u.exec(html)?.[1] ?? '';

export const loginPage = async (who: Browser, next = '/docs'): Promise<{ page: string; question: Question }> => {
  const page = await openLogin(who, next);
  return { page, question: questionIn(await (await who.fetch(page)).text()) };
};

/** From an answered login form to the session. */
export const through = async (who: Browser, answer: Response): Promise<Response> =>
  who.fetch(locationOf(await who.fetch(locationOf(answer))));

export const itemsOf = async (who: Browser): Promise<readonly Item[]> =>
  ((await (await who.fetch('/v1/me/passkeys')).json()) as { items: Item[] }).items;

export const noticesOf = async (who: Browser): Promise<readonly string[]> =>
  ((await (await who.fetch('/v1/me/sign-in-notices')).json()) as { items: { kind: string }[] }).items.map(
    ({ kind }) => kind,
  );

/** What people do with passkeys at one gateway. */
export const passkeyWays = (url: () => string) => {
  const asked = (challenge: string): Asked => ({ challenge, origin: url(), rpId: RP_ID });
  const creation = async (who: Browser): Promise<Creation> =>
    (await (await who.post('/v1/me/passkeys/creation', {})).json()) as Creation;
  /** Signs in with a passkey alone. */
  const byPasskey = async (who: Browser, authenticator: SoftwareAuthenticator, odd: Odd = {}): Promise<Response> => {
    const { page, question } = await loginPage(who);
    const credential = JSON.stringify(authenticator.get(asked(question.options.challenge), odd));
    return who.form(page, { challenge: question.challenge, credential });
  };
  return {
    asked,
    creation,
    byPasskey,
    async registered(who: Browser, authenticator: SoftwareAuthenticator, name = '手机'): Promise<Response> {
      const { options, challenge } = await creation(who);
      const credential = authenticator.create(asked(options.challenge), options.user.id);
      return who.post('/v1/me/passkeys', { name, challenge, credential });
    },
    async signedIn(authenticator: SoftwareAuthenticator): Promise<Browser> {
      const who = browser(url());
      await through(who, await byPasskey(who, authenticator));
      return who;
    },
    async proofBy(who: Browser, authenticator: SoftwareAuthenticator): Promise<object> {
      const { options, challenge } = (await (await who.post('/v1/me/passkeys/request', {})).json()) as Question;
      return { passkey: { challenge, credential: authenticator.get(asked(options.challenge)) } };
    },
  };
};
