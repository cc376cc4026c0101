import type { CodesSent, Waiting } from '../../domain/mail/address.ts';
import type { Preferences } from '../../domain/mail/preferences.ts';

/** Where somebody gets mail, and what she wants by it. Addresses are '' where there is none. */
export type MailBox = Readonly<{
  address: string;
  pendingAddress: string;
  waiting: Waiting | null;
  codes: CodesSent | null;
  preferences: Preferences;
}>;

/** A code on its way: kept as a fingerprint, and sealed in the letter that brings it. */
export type CodeOnItsWay = Readonly<{
  personId: string;
  address: string;
  code: string;
  until: string;
  now: string;
  before: CodesSent | null;
  after: CodesSent;
}>;

/** The mail boxes of persons; each change is one statement, with the letter that goes with it. */
export interface MailBoxes {
  of(personId: string): Promise<MailBox>;
  /** The code waits and its letter is queued; false when another window of the person was faster. */
  await(code: CodeOnItsWay): Promise<boolean>;
  /** True when this was the code: the address counts from now, and the old one is told. A wrong code is counted. */
  confirm(personId: string, code: string, now: string): Promise<boolean>;
  /** No address any more, nor one that waits; the old one is told. */
  remove(personId: string, now: string): Promise<void>;
  prefer(personId: string, preferences: Preferences): Promise<void>;
  /** Everything of somebody who was erased, the key included. */
  forget(personId: string): Promise<void>;
}
