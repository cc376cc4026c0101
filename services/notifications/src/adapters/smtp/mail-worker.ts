import type { Ground, Worker } from '@jiangong/service-host';
import type { MailChannel } from '../../application/mail/mail-channel.ts';
import type { DeliveryLedger } from '../../application/mail/delivery-ledger.ts';
import { sendLetters } from '../../application/mail/send-letters.ts';
import { observedTries } from '../telemetry/observed-tries.ts';

/** Sends mail in every replica; no two send the same letter, since each is leased. */
export const mailWorker = ({ clock }: Pick<Ground, 'clock'>, ledger: DeliveryLedger, channel: MailChannel): Worker => ({
  name: 'mail',
  turn: sendLetters({
    ledger,
    channel,
    now: () => clock.now(),
    chance: Math.random,
    observe: observedTries('mail'),
  }),
  close: () => channel.close(),
});
