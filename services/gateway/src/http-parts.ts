import type { Exports } from './application/exports.ts';
import type { EvidenceStore } from '@jiangong/evidence';
import type { Turns } from './adapters/http/front-door.ts';
import type { SignInParts } from './adapters/http/sign-in-needs.ts';
import type { ShareLimits } from './application/shares.ts';
import type { Parts } from './open-parts.ts';

/** What everything over HTTP is made from. */
export type HttpParts = Readonly<{
  parts: Parts;
  signIn: SignInParts;
  evidence: EvidenceStore;
  exports: Exports;
  turns: Turns;
  shares: ShareLimits;
  /** True from the order to stop on. */
  leaving: () => boolean;
}>;
