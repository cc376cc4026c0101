import type { Tried } from '../../domain/mail/delivery.ts';
import type { Letter } from '../../domain/mail/letter.ts';

/** A letter on its way. Its id becomes the Message-ID: sent twice, it is the same message to every mail program. */
export type Outgoing = Readonly<{ deliveryId: string; to: string; writtenAt: string; letter: Letter }>;

/**
 * Hands letters over. `send` never throws for what a server or a line does: it says what became of the try, in a word that names no
 * address, within `SEND_WITHIN_MS`. What throws is a bug.
 */
export interface MailChannel {
  send(outgoing: Outgoing): Promise<Tried>;
  close(): Promise<void>;
}
