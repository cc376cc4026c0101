import { INVITATION_MS, type LinkPurpose, type LinkStore, makeCodedLink } from './one-time-links.ts';
import { EdgeError } from './problem.ts';
import { keyFor, openBox, sealBox } from './sealed-box.ts';
import type { SecondWay } from './second-way.ts';
import type { SignInLog } from './sign-in-log.ts';

/** Who hands the code over: the person's own confirmed way, somebody else, or, on a platform of one, who made the link. */
export const CODE_BY = ['own-way', 'second-person', 'maker'] as const;

export type LinkPorts = Readonly<{
  links: LinkStore;
  secondWay: SecondWay;
  masterKey: Buffer;
  /** The machine's clock: links end in real time. */
  nowMs: () => number;
}>;

export type InvitePorts = LinkPorts &
  Readonly<{
    hasAccount: (personId: string) => Promise<boolean>;
    /** Whether anybody but the first person can sign in yet. */
    isAlone: () => Promise<boolean>;
  }>;

export type PersonLink = Readonly<{
  path: string;
  token: string;
  /** Null wherever somebody else than the maker gives it. */
  code: string | null;
  codeBy: (typeof CODE_BY)[number];
  expiresAt: string;
}>;

const PATHS: Readonly<Record<Exclude<LinkPurpose, 'set-up'>, string>> = {
  invitation: '/invitations/',
  reset: '/reset/',
};

const codeKey = (masterKey: Buffer): Buffer => keyFor(masterKey, 'one-time-link-codes');
const labelOf = (tokenHash: Buffer): string => `code ${tokenHash.toString('base64url')}`;

export type LinkWanted = Readonly<{
  purpose: keyof typeof PATHS;
  personId: string;
  madeBy: string;
  livesMs: number;
  /** The maker gets the code too: nobody else is there. */
  codeToMaker: boolean;
}>;

/** A link for a person, whose code goes another way than to its maker: sealed at rest until it is handed out, once. */
export const makePersonLink =
  ({ links, secondWay, masterKey, nowMs }: LinkPorts) =>
  async ({ purpose, personId, madeBy, livesMs, codeToMaker }: LinkWanted): Promise<PersonLink> => {
    const expiresAt = nowMs() + livesMs;
    const link = { purpose, personId, expiresAt };
    const { token, code } = await makeCodedLink(links, link, ({ tokenHash, code: made }) => ({
      madeBy,
      sealedCode: codeToMaker ? null : sealBox(codeKey(masterKey), labelOf(tokenHash), Buffer.from(made, 'utf8')),
    }));
    const shown = { path: `${PATHS[purpose]}${token}`, token, expiresAt: new Date(expiresAt).toISOString() };
    if (codeToMaker) return { ...shown, code, codeBy: 'maker' };
    const given = await secondWay.give({ personId, purpose, code });
    return { ...shown, code: null, codeBy: given === 'sent' ? 'own-way' : 'second-person' };
  };

/**
 * An officer invites a person to sign in. `mayInvite` asks membership, which knows the person and the right; it refuses. The link is shown
 * once, without its code; a newer one replaces it. Refusals: ACCOUNT_EXISTS.
 */
export const invite =
  (ports: InvitePorts) =>
  async (personId: string, madeBy: string, mayInvite: (personId: string) => Promise<unknown>): Promise<PersonLink> => {
    await mayInvite(personId);
    if (await ports.hasAccount(personId)) throw new EdgeError('ACCOUNT_EXISTS', { field: 'personId' });
    const codeToMaker = await ports.isAlone();
    return makePersonLink(ports)({ purpose: 'invitation', personId, madeBy, livesMs: INVITATION_MS, codeToMaker });
  };

export type HandedOut<R> = Readonly<{ code: string; purpose: LinkPurpose; expiresAt: string; vouched: R }>;

/**
 * Hands the code of a person's newest link out, once, to somebody other than its maker, who gives it to the person and nobody else.
 * `vouch` records it with membership, which knows the right. Refusals: NO_CODE_WAITING, CODE_BY_ANOTHER.
 */
export const handOutCode =
  ({ links, masterKey, tell }: Pick<LinkPorts, 'links' | 'masterKey'> & Readonly<{ tell: SignInLog }>) =>
  async <R>(
    by: { personId: string; sessionId: string },
    personId: string,
    vouch: () => Promise<R>,
  ): Promise<HandedOut<R>> => {
    const waiting = await links.waiting(personId);
    if (waiting === undefined) throw new EdgeError('NO_CODE_WAITING', { field: 'personId' });
    if (waiting.madeBy === by.personId) throw new EdgeError('CODE_BY_ANOTHER', { field: 'personId' });
    const vouched = await vouch();
    const sealed = await links.takeCode(waiting.tokenHash);
    if (sealed === undefined) throw new EdgeError('NO_CODE_WAITING', { field: 'personId' });
    tell.codeHandedOut(by.sessionId);
    const code = openBox(codeKey(masterKey), labelOf(waiting.tokenHash), sealed).toString('utf8');
    return { code, purpose: waiting.purpose, expiresAt: new Date(waiting.expiresAt).toISOString(), vouched };
  };
