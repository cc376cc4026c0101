import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { PasswordChange } from '../../application/own-account.ts';
import { ownPath } from '../../application/origin-check.ts';
import { EdgeError } from '../../application/problem.ts';
import type { OwnSecondFactor } from '../../application/second-factor.ts';
import type { SignInLog } from '../../application/sign-in-log.ts';
import type { Sessions } from '../../application/sessions.ts';
import type { Throttle } from '../../application/sign-in-throttle.ts';
import { PASSWORD_FIELD_CHARS_MAX } from '../../routes/fields.ts';
import type { RelyingParty, SignedIn } from '../oidc/relying-party.ts';
import type { FlowCookies } from './flow-cookie.ts';
import { acceptForms, formText, wantsPage } from './form-body.ts';
import type { OutsideSessions } from '../oidc/outside-sessions.ts';
import { escapeHtml, formHtml, PAGE_POLICY, pageOf } from './page.ts';
import { byWayOfNotices, FORGOTTEN_PATH } from './sign-in-paths.ts';
import { checkOrigin } from './register-routes.ts';
import { FACTOR_CHARS_MAX } from './second-factor-routes.ts';
import { secondStepHtml, type SecondSteps, STEP_CHARS_MAX } from './second-step.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.ts';

export const LOGIN_CHARS_MAX = 100;
const QUERY_TEXT_CHARS_MAX = 2_000;

export type SignInParts = Readonly<{
  sessions: Sessions;
  relyingParty: RelyingParty;
  /** Null with an external issuer: then passwords are its matter. */
  provider: Provider | null;
  checkCredentials: (tried: { login: string; password: string; address: string }) => Promise<string>;
  /** What ties a session to the issuer outside; null with the built-in one. */
  outside: OutsideSessions | null;
  /** What the issuer outside tells of sign-outs there. */
  outsideSignOut: ((token: string) => Promise<void>) | null;
  /** Beside the password, where its owner has set one up. */
  factor: Readonly<{
    needed: (personId: string) => Promise<boolean>;
    prove: (personId: string, code: string) => Promise<void>;
    steps: SecondSteps;
    own: OwnSecondFactor;
  }>;
  throttles: Readonly<{ byAccount: Throttle; byAddress: Throttle }>;
  changePassword: (change: PasswordChange) => Promise<string>;
  personOf: (signedIn: SignedIn, invitation: string | null) => Promise<string | undefined>;
  flows: FlowCookies;
  publicUrl: string;
  secure: boolean;
  /** Whether somebody may have a session at all. */
  mayEnter: (personId: string) => Promise<boolean>;
  tell: SignInLog;
  /** Whether something happened to the way in that its owner has not seen. */
  hasNotices: (personId: string) => Promise<boolean>;
}>;

type Shown = Readonly<{ uid: string; login?: string; error?: { zh: string; en: string } }>;

const loginHtml = ({ uid, login, error }: Shown): string =>
  pageOf({
    title: '登录 · Sign in',
    body: `${formHtml({
      action: `/sign-in/login/${uid}`,
      fields: [
        {
          name: 'login',
          zh: '登录名',
          en: 'Login name',
          type: 'text',
          autocomplete: 'username',
          maxLength: LOGIN_CHARS_MAX,
          ...(login === undefined ? {} : { value: login }),
        },
        {
          name: 'password',
          zh: '密码',
          en: 'Password',
          type: 'password',
          autocomplete: 'current-password',
          maxLength: PASSWORD_FIELD_CHARS_MAX,
        },
      ],
      button: { zh: '登录', en: 'Sign in' },
      ...(error === undefined ? {} : { error }),
    })}<p><a href="${FORGOTTEN_PATH}">忘记密码 <span lang="en">Forgotten password</span></a></p>`,
  });

export const sendPage = async (reply: FastifyReply, html: string): Promise<FastifyReply> =>
  reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(html);

const queryText = (request: FastifyRequest, name: string): string | undefined => {
  const value: unknown =
    typeof request.query === 'object' && request.query !== null ? Reflect.get(request.query, name) : undefined;
  return typeof value === 'string' && value.length <= QUERY_TEXT_CHARS_MAX ? value : undefined;
};

/** The issuer knows an interaction by its cookie; without it the person starts again. */
const interactionOf = async (provider: Provider, request: FastifyRequest, reply: FastifyReply): Promise<string> => {
  const details = await provider.interactionDetails(request.raw, reply.raw).catch((error: unknown) => {
    throw new EdgeError('SIGN_IN_FAILED', { cause: error });
  });
  const { uid } = request.params as { uid: string };
  if (details.uid !== uid || details.prompt.name !== 'login') throw new EdgeError('SIGN_IN_FAILED');
  return uid;
};

/** Who has proved the password, now or a moment ago; the second step goes on from there. */
const firstStep = async (
  request: FastifyRequest,
  { checkCredentials, factor }: SignInParts,
  { uid, login, step }: { uid: string; login: string; step: string },
): Promise<string> => {
  if (step === '') {
    const password = formText(request.body, 'password', PASSWORD_FIELD_CHARS_MAX);
    return checkCredentials({ login, password, address: request.ip });
  }
  const personId = factor.steps.open(step, uid);
  if (personId === undefined) throw new EdgeError('SIGN_IN_FAILED');
  return personId;
};

const registerLoginPage = (scope: FastifyInstance, provider: Provider, parts: SignInParts): void => {
  scope.get('/sign-in/login/:uid', async (request, reply) =>
    sendPage(reply, loginHtml({ uid: await interactionOf(provider, request, reply) })),
  );
  scope.post('/sign-in/login/:uid', async (request, reply) => {
    checkOrigin(request, parts.publicUrl);
    const uid = await interactionOf(provider, request, reply);
    const login = formText(request.body, 'login', LOGIN_CHARS_MAX);
    const step = formText(request.body, 'step', STEP_CHARS_MAX);
    try {
      const accountId = await firstStep(request, parts, { uid, login, step });
      const factor = formText(request.body, 'factor', FACTOR_CHARS_MAX);
      if (await parts.factor.needed(accountId)) {
        if (factor === '' && wantsPage(request))
          return await sendPage(reply, secondStepHtml({ uid, step: parts.factor.steps.seal(accountId, uid) }));
        if (factor === '') throw new EdgeError('SECOND_FACTOR_NEEDED', { field: 'factor' });
        await parts.factor.prove(accountId, factor);
      }
      const returnTo = await provider.interactionResult(
        request.raw,
        reply.raw,
        { login: { accountId, remember: false } },
        { mergeWithLastSubmission: false },
      );
      return await reply.redirect(returnTo, 303);
    } catch (error) {
      if (error instanceof EdgeError) parts.tell.refused(error.said.reason);
      if (!(error instanceof EdgeError) || !wantsPage(request)) throw error;
      if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
      const again =
        step !== '' && error.reason !== 'SIGN_IN_FAILED'
          ? secondStepHtml({ uid, step, error: error.said })
          : loginHtml({ uid, login, error: error.said });
      return sendPage(reply.code(error.said.status), again);
    }
  });
};

/** Ends the session behind the cookie, if any, and takes the cookie back. */
export const signOut = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, secure, tell }: Pick<SignInParts, 'sessions' | 'secure' | 'tell'>,
): Promise<void> => {
  const token = sessionTokenOf(request, secure);
  if (token !== undefined) {
    const ended = await sessions.find(token);
    await sessions.end(token);
    if (ended !== undefined) tell.signedOut(ended.sessionId);
  }
  clearSessionCookie(reply, secure);
};

/** Where a browser goes on to end its session at the issuer outside as well. */
const endAtIssuer = async (
  request: FastifyRequest,
  { outside, secure, sessions }: Pick<SignInParts, 'outside' | 'secure' | 'sessions'>,
): Promise<string | undefined> => {
  const token = sessionTokenOf(request, secure);
  const session = token === undefined || outside === null ? undefined : await sessions.find(token);
  const kept = session === undefined || token === undefined ? undefined : await sessions.outsideOf(token);
  return session === undefined || kept === undefined ? undefined : outside?.endAt(session.personId, kept);
};

const signedOutHtml = (onward: string): string =>
  pageOf({
    title: '正在退出 · Signing out',
    body: `<p><a href="${escapeHtml(onward)}">继续退出登录服务 <span lang="en">Go on to sign out of the sign-in service</span></a></p>`,
  });

/** Who came back from the issuer, and where they wanted to go. */
const signedInBy = async (
  request: FastifyRequest,
  reply: FastifyReply,
  parts: SignInParts,
): Promise<{ personId: string; next: string; signedIn: SignedIn }> => {
  try {
    const state = queryText(request, 'state');
    const flow = state === undefined ? undefined : parts.flows.recall(request, state);
    if (flow === undefined) throw new EdgeError('SIGN_IN_FAILED');
    parts.flows.forget(reply, flow.state);
    const signedIn = await parts.relyingParty.finish(new URL(request.url, parts.publicUrl), flow);
    const personId = await parts.personOf(signedIn, flow.invitation);
    if (personId === undefined) throw new EdgeError('PERSON_UNKNOWN_HERE');
    return { personId, next: flow.next, signedIn };
  } catch (error) {
    parts.tell.refused(error instanceof EdgeError ? error.said.reason : 'INTERNAL');
    throw error;
  }
};

/** A session for whose access has not ended. Looked at after it is begun: an exit told meanwhile ends it, or is seen here. */
const begun = async ({ sessions, mayEnter, tell, outside }: SignInParts, personId: string, signedIn: SignedIn) => {
  const made = await sessions.begin(personId, outside?.keep(personId, signedIn) ?? null);
  if (await mayEnter(personId)) return made;
  await sessions.end(made.token);
  tell.refused('ACCESS_ENDED');
  throw new EdgeError('ACCESS_ENDED');
};

/** Signing in by the code flow, and out. Nothing but an opaque cookie reaches the browser. */
export const registerSignIn = (scope: FastifyInstance, parts: SignInParts): void => {
  const { flows } = parts;
  acceptForms(scope);
  if (parts.provider !== null) registerLoginPage(scope, parts.provider, parts);

  scope.get('/sign-in', async (request, reply) => {
    const { location, flow } = await parts.relyingParty.begin({
      next: ownPath(queryText(request, 'next')),
      invitation: null,
    });
    flows.remember(request, reply, flow);
    return reply.redirect(location, 303);
  });

  scope.get('/sign-in/callback', async (request, reply) => {
    const { personId, next, signedIn } = await signedInBy(request, reply, parts);
    const before = sessionTokenOf(request, parts.secure);
    if (before !== undefined) await parts.sessions.end(before);
    const { token, session } = await begun(parts, personId, signedIn);
    parts.tell.signedIn(session.sessionId);
    setSessionCookie(reply, parts.secure, token);
    return reply.redirect((await parts.hasNotices(personId)) ? byWayOfNotices(next) : next, 303);
  });

  scope.post('/sign-out', async (request, reply) => {
    checkOrigin(request, parts.publicUrl);
    const onward = await endAtIssuer(request, parts);
    await signOut(request, reply, parts);
    if (!wantsPage(request)) return reply.code(204).send();
    if (onward === undefined) return reply.redirect('/', 303);
    // Not by a redirect: `form-action` holds the redirect that answers a form to ourselves.
    return sendPage(reply.header('refresh', `0; url=${onward}`), signedOutHtml(onward));
  });
};
