import type Provider from 'oidc-provider';
import type { OwnPasskeys } from '../../application/own-passkeys.ts';
import type { PasswordChange } from '../../application/own-account.ts';
import type { PasskeyAnswer, PasskeyQuestion } from '../../application/passkeys.ts';
import type { RequiredFactor } from '../../application/required-factor.ts';
import type { FactorProof, OwnSecondFactor } from '../../application/second-factor.ts';
import type { SignInLog } from '../../application/sign-in-log.ts';
import type { Session, Sessions } from '../../application/sessions.ts';
import type { Throttle } from '../../application/sign-in-throttle.ts';
import type { OutsideSessions } from '../oidc/outside-sessions.ts';
import type { RelyingParty, SignedIn } from '../oidc/relying-party.ts';
import type { SamplePerson } from './sample-people.ts';
import type { FlowCookies } from './flow-cookie.ts';
import type { SecondSteps } from './second-step.ts';

/** What signing in is made of; put together in `adapters/oidc/sign-in-parts.ts`. */
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
    prove: (personId: string, proof: FactorProof, purpose: string) => Promise<void>;
    /** What the roles that somebody holds ask for. */
    required: RequiredFactor;
    steps: SecondSteps;
    own: OwnSecondFactor;
  }>;
  passkeys: Readonly<{
    signIn: (answer: PasskeyAnswer, at: { uid: string; address: string }) => Promise<string>;
    ask: (purpose: string, personId?: string) => Promise<PasskeyQuestion>;
    own: OwnPasskeys;
  }>;
  /** Who may be entered as by one click, where the sample is loaded (`--sample`); null everywhere else. */
  samplePeople: (() => Promise<readonly SamplePerson[]>) | null;
  throttles: Readonly<{ byAccount: Throttle; byAddress: Throttle }>;
  changePassword: (change: PasswordChange) => Promise<string>;
  personOf: (signedIn: SignedIn, invitation: string | null) => Promise<string | undefined>;
  flows: FlowCookies;
  publicUrl: string;
  secure: boolean;
  /** Whether somebody may have a session at all. */
  mayEnter: (personId: string) => Promise<boolean>;
  /** Keeps that somebody signed in, for its owner. */
  recordSignIn: (session: Session, mark: string) => Promise<void>;
  tell: SignInLog;
  /** Whether something happened to the way in that its owner has not seen. */
  hasNotices: (personId: string) => Promise<boolean>;
}>;
