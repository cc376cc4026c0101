import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Device, deviceOf } from '../../application/devices.ts';
import { ownPath } from '../../application/origin-check.ts';
import { EdgeError } from '../../application/problem.ts';
import type { SignedIn } from '../oidc/relying-party.ts';
import { deviceMarkOf } from './device-mark.ts';
import { acceptForms, wantsPage } from './form-body.ts';
import { escapeHtml, pageOf } from './page.ts';
import { registerLoginPage } from './register-login-page.ts';
import { sendPage } from './send-page.ts';
import type { SignInParts } from './sign-in-needs.ts';
import { byWayOfNotices, SECOND_FACTOR_PATH } from './sign-in-paths.ts';
import { checkOrigin } from './register-routes.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.ts';

const QUERY_TEXT_CHARS_MAX = 2_000;

const queryText = (request: FastifyRequest, name: string): string | undefined => {
  const value: unknown =
    typeof request.query === 'object' && request.query !== null ? Reflect.get(request.query, name) : undefined;
  return typeof value === 'string' && value.length <= QUERY_TEXT_CHARS_MAX ? value : undefined;
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
  // What pages kept in the browser goes too; not the cookies: of those under way in other tabs, and of other programs of this host, we know nothing.
  reply.header('clear-site-data', '"cache", "storage"');
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
const begun = async (
  { sessions, mayEnter, tell, outside }: SignInParts,
  personId: string,
  { signedIn, device }: { signedIn: SignedIn; device: Device },
) => {
  const made = await sessions.begin(personId, { device, outside: outside?.keep(personId, signedIn) ?? null });
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
    const device = deviceOf(request.headers['user-agent']);
    const { token, session } = await begun(parts, personId, { signedIn, device });
    // What happened before: of this very sign-in the others of this person are told, not the browser that it came from.
    const hasNotices = await parts.hasNotices(personId);
    await parts.recordSignIn(session, deviceMarkOf(request, reply, parts.secure));
    parts.tell.signedIn(session.sessionId);
    setSessionCookie(reply, parts.secure, token);
    const onward = (await parts.factor.required.isDue(personId)) ? SECOND_FACTOR_PATH : next;
    return reply.redirect(hasNotices ? byWayOfNotices(onward) : onward, 303);
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
