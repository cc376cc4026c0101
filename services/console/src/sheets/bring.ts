import { acknowledged, type Outbox, type Sending, takeUp, waitingIn } from './outbox.ts';
import type { Sent } from './saver.ts';

type Ways = Readonly<{
  send: (sending: Sending) => Promise<Sent>;
  keep: (outbox: Outbox) => Promise<void>;
}>;

/** Brings all that waits to the platform, save after save, as long as it takes them. Answers how many marks could not be brought. */
export const bring = async (outbox: Outbox, { send, keep }: Ways): Promise<number> => {
  for (let now = outbox; ;) {
    const taken = takeUp(now, crypto.randomUUID());
    if (taken.sending === null) return 0;
    const sent = await send(taken.sending);
    if (sent.kind !== 'done') return waitingIn(taken).length;
    now = acknowledged(taken, sent.revision);
    await keep(now);
  }
};
