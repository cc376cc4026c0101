import { refused } from '@jiangong/service-host';
import { addressOf, codeEnds, countCode, mayTry } from '../../domain/mail/address.ts';
import { preferencesOf } from '../../domain/mail/preferences.ts';
import type { MailBoxes } from './mail-boxes.ts';

export type AddressParts = Readonly<{
  boxes: MailBoxes;
  /** Whether letters can be sent at all. */
  available: boolean;
  /** A new code, digits only. */
  newCode: () => string;
}>;

type By = Readonly<{ personId: string; now: string }>;

/** What a person changes about her own mail. Refusals are thrown; nothing has changed then. */
export const ownMail = ({ boxes, available, newCode }: AddressParts) => ({
  /** Sends a code to an address; the one that counts so far goes on until the new one is confirmed. */
  propose: async (text: string, { personId, now }: By): Promise<void> => {
    if (!available) throw refused({ reason: 'MAIL_NOT_CONFIGURED' });
    const address = addressOf(text);
    if (address === undefined) throw refused({ reason: 'ADDRESS_INVALID', field: 'address' });
    const { codes: before } = await boxes.of(personId);
    const after = countCode(before, now);
    if ('reason' in after) throw refused(after);
    const until = codeEnds(now);
    const waits = await boxes.await({ personId, address, code: newCode(), until, now, before, after });
    if (!waits) throw refused({ reason: 'TOO_MUCH_CONTENTION' });
  },
  confirm: async (code: string, { personId, now }: By): Promise<void> => {
    const { waiting } = await boxes.of(personId);
    const refusal = mayTry(waiting, now);
    if (refusal !== null) throw refused(refusal);
    if (!(await boxes.confirm(personId, code, now))) throw refused({ reason: 'CODE_WRONG', field: 'code' });
  },
  remove: ({ personId, now }: By): Promise<void> => boxes.remove(personId, now),
  prefer: async (
    asked: Readonly<{ off: readonly string[]; quietFrom: string; quietUntil: string; digestAt: string }>,
    { personId }: By,
  ): Promise<void> => {
    const preferences = preferencesOf(asked);
    if ('reason' in preferences) throw refused(preferences);
    await boxes.prefer(personId, preferences);
  },
});

export type OwnMail = ReturnType<typeof ownMail>;
