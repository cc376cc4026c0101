import { createHmac } from 'node:crypto';
import type { NoticeStore } from '../../application/account-notices.ts';
import { challenges } from '../../application/challenges.ts';
import type { PasskeyProofPorts } from '../../application/passkeys.ts';
import { keyFor } from '../../application/sealed-box.ts';
import { notify } from '../../application/second-factor.ts';
import type { SignInLog } from '../../application/sign-in-log.ts';
import type { Parts } from '../../open-parts.ts';
import { postgresPasskeyStore } from '../postgres/passkey-store.ts';
import { postgresUsedOnce } from '../postgres/used-once.ts';
import { passkeyCeremonies } from './passkey-ceremonies.ts';

/** How passkeys are proved: bound to the platform's name, their challenges good once at all gateways together. */
export const passkeyProofs = (
  { settings, database, masterKey }: Parts,
  notices: NoticeStore,
  tell: SignInLog,
): PasskeyProofPorts => {
  const { passkeyRpId: rpId, publicUrl: origin } = settings;
  const handleKey = keyFor(masterKey, 'passkey-user-handles');
  return {
    passkeys: postgresPasskeyStore(database),
    ceremonies: rpId === null ? null : passkeyCeremonies({ rpId, origin }),
    challenges: challenges({ masterKey, used: postgresUsedOnce(database), nowMs: Date.now }),
    // Says nothing of the person to whoever holds the device, and is the same each time: a device keeps one passkey of an account.
    userHandleOf: (personId) => createHmac('sha256', handleKey).update(personId).digest(),
    onCopied: async ({ personId }) => notify({ notices, tell, nowMs: Date.now }, personId, 'passkey-copied'),
    nowMs: Date.now,
  };
};
