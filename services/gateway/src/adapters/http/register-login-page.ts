import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { SEALED_CHALLENGE_CHARS_MAX } from '../../application/challenges.ts';
import type { PasskeyAnswer, PasskeyQuestion } from '../../application/passkeys.ts';
import { EdgeError } from '../../application/problem.ts';
import { signInPurpose } from '../../application/sign-in-by-passkey.ts';
import { PASSWORD_FIELD_CHARS_MAX } from '../../routes/fields.ts';
import { formText, wantsPage } from './form-body.ts';
import { formHtml, pageOf } from './page.ts';
import { passkeyFormHtml, withPasskeyScript } from './passkey-form.ts';
import { assertionShape, CREDENTIAL_CHARS_MAX, credentialIn, FACTOR_CHARS_MAX } from './passkey-shapes.ts';
import { checkOrigin } from './register-routes.ts';
import { secondStepHtml, STEP_CHARS_MAX } from './second-step.ts';
import { type SamplePerson, samplePeopleHtml } from './sample-people.ts';
import { sendPage, sendScriptedPage } from './send-page.ts';
import type { SignInParts } from './sign-in-needs.ts';
import { FORGOTTEN_PATH, loginPath, samplePath } from './sign-in-paths.ts';

export const LOGIN_CHARS_MAX = 100;

type Shown = Readonly<{
  uid: string;
  login?: string;
  error?: { zh: string; en: string };
  question: PasskeyQuestion | null;
  people: readonly SamplePerson[];
}>;

const loginHtml = ({ uid, login, error, question, people }: Shown): string => {
  const sample = samplePeopleHtml(samplePath(uid), people);
  const body = `${formHtml({
    action: loginPath(uid),
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
  })}<p><a href="${FORGOTTEN_PATH}">忘记密码 <span lang="en">Forgotten password</span></a></p>`;
  if (question === null) return pageOf({ title: '登录 · Sign in', body: `${body}${sample}` });
  const byPasskey = passkeyFormHtml({
    act: 'get',
    action: loginPath(uid),
    options: question.options,
    hidden: { challenge: question.challenge },
    button: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  });
  return pageOf({ title: '登录 · Sign in', body: withPasskeyScript(`${body}${byPasskey}${sample}`) });
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

/** The answer of a passkey in a form; undefined where the form brings none. */
export const passkeyIn = (body: unknown): PasskeyAnswer | undefined => {
  const text = formText(body, 'credential', CREDENTIAL_CHARS_MAX);
  if (text === '') return undefined;
  const credential = credentialIn(assertionShape, text);
  if (credential === undefined) throw new EdgeError('PASSKEY_WRONG', { field: 'credential' });
  return { challenge: formText(body, 'challenge', SEALED_CHALLENGE_CHARS_MAX), credential };
};

type Tried = Readonly<{ uid: string; login: string; step: string }>;

const pagesOf = ({ passkeys, factor, publicUrl, samplePeople }: SignInParts, reply: FastifyReply) => {
  const sent = async (html: string, question: PasskeyQuestion | null): Promise<FastifyReply> =>
    question === null ? sendPage(reply, html) : sendScriptedPage(reply, html, publicUrl);
  return {
    login: async (shown: Omit<Shown, 'question' | 'people'>): Promise<FastifyReply> => {
      const question = passkeys.own.possible ? await passkeys.ask(signInPurpose(shown.uid)) : null;
      const people = samplePeople === null ? [] : await samplePeople();
      return sent(loginHtml({ ...shown, question, people }), question);
    },
    second: async ({ uid, personId, error }: { uid: string; personId: string; error?: Shown['error'] }) => {
      const asked = passkeys.own.possible ? await passkeys.ask(signInPurpose(uid), personId) : null;
      const question = asked === null || asked.options.allowCredentials.length === 0 ? null : asked;
      const step = factor.steps.seal(personId, uid);
      return sent(secondStepHtml({ uid, step, question, ...(error === undefined ? {} : { error }) }), question);
    },
  };
};

/** Who has proved the password, now or a moment ago; the second step goes on from there. */
const firstStep = async (
  request: FastifyRequest,
  { checkCredentials, factor }: SignInParts,
  { uid, login, step }: Tried,
): Promise<string> => {
  if (step === '') {
    const password = formText(request.body, 'password', PASSWORD_FIELD_CHARS_MAX);
    return checkCredentials({ login, password, address: request.ip });
  }
  const personId = factor.steps.open(step, uid);
  if (personId === undefined) throw new EdgeError('SIGN_IN_FAILED');
  return personId;
};

/** Who has shown all that his account asks for; else whose second factor is still to come. */
const signedInNow = async (
  request: FastifyRequest,
  parts: SignInParts,
  tried: Tried,
): Promise<Readonly<{ personId: string; whole: boolean }>> => {
  const passkey = passkeyIn(request.body);
  if (passkey !== undefined && tried.step === '')
    return { personId: await parts.passkeys.signIn(passkey, { uid: tried.uid, address: request.ip }), whole: true };
  const personId = await firstStep(request, parts, tried);
  if (!(await parts.factor.needed(personId))) return { personId, whole: true };
  const code = formText(request.body, 'factor', FACTOR_CHARS_MAX);
  if (passkey === undefined && code === '') return { personId, whole: false };
  await parts.factor.prove(personId, passkey === undefined ? { code } : { passkey }, signInPurpose(tried.uid));
  return { personId, whole: true };
};

/** The page again, with what went wrong. */
const again = async (
  error: EdgeError,
  { reply, parts, tried }: Readonly<{ reply: FastifyReply; parts: SignInParts; tried: Tried }>,
): Promise<FastifyReply> => {
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
  const pages = pagesOf(parts, reply.code(error.said.status));
  const personId = tried.step === '' ? undefined : parts.factor.steps.open(tried.step, tried.uid);
  if (personId !== undefined) return pages.second({ uid: tried.uid, personId, error: error.said });
  return pages.login({ uid: tried.uid, login: tried.login, error: error.said });
};

/** On to where the sign-in was asked for. */
const entered = async (
  provider: Provider,
  personId: string,
  { request, reply }: Readonly<{ request: FastifyRequest; reply: FastifyReply }>,
): Promise<FastifyReply> => {
  const returnTo = await provider.interactionResult(
    request.raw,
    reply.raw,
    { login: { accountId: personId, remember: false } },
    { mergeWithLastSubmission: false },
  );
  return reply.redirect(returnTo, 303);
};

/** One click of a visitor of the sample: the password that stands in its file is tried for him, and nothing is left out that is checked of others. */
const registerSampleEntry = (
  scope: FastifyInstance,
  {
    provider,
    parts,
    people,
  }: Readonly<{ provider: Provider; parts: SignInParts; people: () => Promise<readonly SamplePerson[]> }>,
): void => {
  scope.post('/sign-in/login/:uid/sample', async (request, reply) => {
    checkOrigin(request, parts.publicUrl);
    await interactionOf(provider, request, reply);
    const login = formText(request.body, 'login', LOGIN_CHARS_MAX);
    const password = (await people()).find((person) => person.login === login)?.password ?? '';
    const personId = await parts.checkCredentials({ login, password, address: request.ip });
    if (await parts.factor.needed(personId)) throw new EdgeError('SECOND_FACTOR_NEEDED', { field: 'factor' });
    return entered(provider, personId, { request, reply });
  });
};

/** The page of the built-in issuer: a password, with a second factor where its owner has one; or a passkey alone. */
export const registerLoginPage = (scope: FastifyInstance, provider: Provider, parts: SignInParts): void => {
  scope.get('/sign-in/login/:uid', async (request, reply) =>
    pagesOf(parts, reply).login({ uid: await interactionOf(provider, request, reply) }),
  );
  const { samplePeople } = parts;
  if (samplePeople !== null) registerSampleEntry(scope, { provider, parts, people: samplePeople });
  scope.post('/sign-in/login/:uid', async (request, reply) => {
    checkOrigin(request, parts.publicUrl);
    const uid = await interactionOf(provider, request, reply);
    const login = formText(request.body, 'login', LOGIN_CHARS_MAX);
    const tried: Tried = { uid, login, step: formText(request.body, 'step', STEP_CHARS_MAX) };
    try {
      const { personId, whole } = await signedInNow(request, parts, tried);
      if (!whole && wantsPage(request)) return await pagesOf(parts, reply).second({ uid, personId });
      if (!whole) throw new EdgeError('SECOND_FACTOR_NEEDED', { field: 'factor' });
      return await entered(provider, personId, { request, reply });
    } catch (error) {
      if (error instanceof EdgeError) parts.tell.refused(error.said.reason);
      if (!(error instanceof EdgeError) || !wantsPage(request)) throw error;
      return again(error, { reply, parts, tried });
    }
  });
};
