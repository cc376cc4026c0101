import { linkHash, type LinkStore, openLink, proveCode, RESET_MS } from './one-time-links.ts';
import type { NoticeStore } from './account-notices.ts';
import { type LinkPorts, makePersonLink, type PersonLink } from './invite.ts';
import { hashPassword } from './password-hash.ts';
import { passwordRefusal } from './password-policy.ts';
import { EdgeError } from './problem.ts';
import type { RateLimits } from './rate-limit.ts';
import type { Sessions } from './sessions.ts';
import { type AccountStore, normalizedLogin } from './sign-in.ts';
import type { SignInLog } from './sign-in-log.ts';
import type { Throttle } from './sign-in-throttle.ts';

/** Who asks for a reset waits so long for an officer; then asks again. */
export const RESET_REQUEST_MS = 3 * 24 * 60 * 60_000;

/** So many requests are shown to an officer, the newest first: each is asked about at membership. */
export const RESET_REQUESTS_SHOWN_MAX = 50;

const FORGOTTEN_PER_MINUTE = 6;

export type ResetRequest = Readonly<{ personId: string; askedAt: number }>;

export interface ResetRequestStore {
  /** Writes down that the person of this login asks; nothing where there is none. One request a person, the newest. */
  ask(login: string, now: number): Promise<void>;
  open(since: number, limit: number): Promise<readonly ResetRequest[]>;
  sweep(before: number): Promise<void>;
}

/** Somebody says that a password is forgotten. The answer is the same, whoever it was. Refusals: TOO_MANY_REQUESTS. */
export const askForReset =
  ({ requests, rateLimits, nowMs }: { requests: ResetRequestStore; rateLimits: RateLimits; nowMs: () => number }) =>
  async ({ login, address }: { login: string; address: string }): Promise<void> => {
    const limit = { name: 'forgotten-passwords-of-an-address', perMinute: FORGOTTEN_PER_MINUTE };
    const answer = await rateLimits.take(limit, address);
    if (!answer.allowed) throw new EdgeError('TOO_MANY_REQUESTS', { retryAfterSeconds: answer.retryAfterSeconds });
    await requests.ask(normalizedLogin(login), nowMs());
  };

/** The requests that an officer may answer. `mayAnswer` asks membership about one person. */
export const openResetRequests =
  ({ requests, nowMs }: { requests: ResetRequestStore; nowMs: () => number }) =>
  async (mayAnswer: (personId: string) => Promise<boolean>): Promise<readonly ResetRequest[]> => {
    const open = await requests.open(nowMs() - RESET_REQUEST_MS, RESET_REQUESTS_SHOWN_MAX);
    const may = await Promise.all(open.map(async ({ personId }) => mayAnswer(personId)));
    return open.filter((_, index) => may[index]);
  };

export type OfferPorts = LinkPorts & Readonly<{ accounts: AccountStore; tell: SignInLog }>;

/**
 * An officer offers a person a way back. `mayOffer` asks membership for the right before anything is said of the account; `offer` records
 * it there, which tells the person. The link alone opens nothing, and its maker never sees the code. Refusals: NO_ACCOUNT.
 */
export const offerReset =
  (ports: OfferPorts) =>
  async <R>(
    by: { personId: string; sessionId: string },
    personId: string,
    { mayOffer, offer }: { mayOffer: () => Promise<unknown>; offer: () => Promise<R> },
  ): Promise<PersonLink & Readonly<{ offered: R }>> => {
    await mayOffer();
    if ((await ports.accounts.ofPerson(personId)) === undefined)
      throw new EdgeError('NO_ACCOUNT', { field: 'personId' });
    const offered = await offer();
    const link = await makePersonLink(ports)({
      purpose: 'reset',
      personId,
      madeBy: by.personId,
      livesMs: RESET_MS,
      codeToMaker: false,
    });
    ports.tell.resetOffered(by.sessionId);
    return { ...link, offered };
  };

export type ResetPorts = Readonly<{
  links: LinkStore;
  accounts: AccountStore;
  sessions: Sessions;
  notices: NoticeStore;
  byAccount: Throttle;
  tell: SignInLog;
  nowMs: () => number;
}>;

export type NewPassword = Readonly<{ token: string; code?: string | undefined; password: string }>;

/**
 * Sets a new password by link and code, and ends every session of the person. A second factor stays, and is asked for at the sign-in.
 * Refusals: LINK_INVALID, CODE_WRONG, PASSWORD_*.
 */
export const resetPassword =
  ({ links, accounts, sessions, notices, byAccount, tell, nowMs }: ResetPorts) =>
  async (given: NewPassword): Promise<void> => {
    const link = await openLink(links, { token: given.token, purpose: 'reset', now: nowMs() });
    const account = link?.personId ? await accounts.ofPerson(link.personId) : undefined;
    if (link === undefined || account === undefined) throw new EdgeError('LINK_INVALID', { field: 'token' });
    await proveCode(links, link, given);
    const refusal = passwordRefusal(given.password, { login: account.login });
    if (refusal !== undefined) throw new EdgeError(refusal, { field: 'password' });
    const outcome = await links.redeemForPassword(linkHash(given.token), await hashPassword(given.password));
    if (outcome === 'link-used') throw new EdgeError('LINK_INVALID', { field: 'token' });
    await sessions.endAllOf(account.personId);
    await byAccount.succeeded(account.login);
    await notices.add(account.personId, { kind: 'password-reset', at: nowMs() });
    tell.passwordReset();
  };
