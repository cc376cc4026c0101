import { keyFor, openBox, sealBox } from '../../application/sealed-box.ts';
import type { OutsideSession } from '../../application/sessions.ts';
import type { RelyingParty, SignedIn } from './relying-party.ts';

/** What a session keeps of the issuer outside: the ID token sealed, bound to its person, for the hint of a sign-out alone. */
export const outsideSessions = (masterKey: Buffer, relyingParty: RelyingParty, returnTo: string) => {
  const key = keyFor(masterKey, 'id-tokens');
  const labelOf = (personId: string): string => `id-token ${personId}`;
  return {
    keep: (personId: string, { sid, subject, idToken }: SignedIn): OutsideSession => ({
      sid,
      subject,
      sealedIdToken: sealBox(key, labelOf(personId), Buffer.from(idToken, 'utf8')),
    }),
    endAt: async (personId: string, { sealedIdToken }: OutsideSession): Promise<string | undefined> =>
      relyingParty.endSessionAt(openBox(key, labelOf(personId), sealedIdToken).toString('utf8'), returnTo),
  };
};

export type OutsideSessions = ReturnType<typeof outsideSessions>;
