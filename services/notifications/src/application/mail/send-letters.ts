import { kindOf, isOptionalKind } from '../../domain/mail/kinds.ts';
import { settle } from '../../domain/mail/delivery.ts';
import { changedLetter, codeLetter, type Letter, letterOf } from '../../domain/mail/letter.ts';
import { CODE_VALID_MS, DELIVERY_KEPT_MS } from '../../domain/mail/limits.ts';
import { type Parameters, write } from '../../domain/template.ts';
import { templateOf } from '../../domain/templates/index.ts';
import type { DeliveryLedger, Ending, Leased } from './delivery-ledger.ts';
import type { MailChannel } from './mail-channel.ts';

export type SendParts = Readonly<{
  ledger: DeliveryLedger;
  channel: MailChannel;
  now: () => string;
  /** In [0, 1): spreads retries. */
  chance: () => number;
  /** Told what became of each try, for metrics and spans. */
  observe: (sort: string, work: () => Promise<Ending>) => Promise<Ending>;
}>;

const MINUTE_MS = 60_000;

const skipped = (failure: 'no-address' | 'switched-off' | 'lapsed', now: string): Ending => ({
  state: 'skipped',
  failure,
  nextTryAt: now,
});

const isLapsed = (createdAt: string, now: string): boolean => Date.parse(now) >= Date.parse(createdAt) + CODE_VALID_MS;

/** The letter of a delivery; or why there is none to send. */
const composed = async (ledger: DeliveryLedger, leased: Leased, now: string): Promise<Letter | Ending> => {
  const { sort, to, code, createdAt, messageId, off, tries } = leased;
  // Looked at again, as if the server were away: a vault that is away for a moment looks the same as an address that was altered.
  if (!leased.readable) return settle({ outcome: 'failed', failure: 'unreadable' }, { tries, now, chance: 1 });
  if (to === '') return skipped('no-address', now);
  if (sort === 'address-code')
    return isLapsed(createdAt, now) ? skipped('lapsed', now) : codeLetter(code, CODE_VALID_MS / MINUTE_MS);
  if (sort === 'address-changed') return changedLetter();
  const written = await ledger.written(messageId);
  // The read model is being built anew, or the template is not there: looked at again as if the server were away.
  if (written === undefined) return settle({ outcome: 'failed', failure: 'message-gone' }, { tries, now, chance: 1 });
  const kind = kindOf(written.template);
  if (isOptionalKind(kind) && off.includes(kind)) return skipped('switched-off', now);
  return letterOf(write(templateOf(written.template, written.version), JSON.parse(written.parameters) as Parameters));
};

/** A code is not parked: it is forgotten when its letter has failed, and its person asks for another. */
const unparked = ({ sort }: Leased, ending: Ending): Ending =>
  sort === 'address-code' && ending.state === 'failed' ? { ...ending, state: 'skipped' } : ending;

const isLetter = (found: Letter | Ending): found is Letter => 'subject' in found;

/** One turn of a mail worker: fills the queue, takes what is due, hands it over. Answers how much there was to do. */
export const sendLetters = ({ ledger, channel, now, chance, observe }: SendParts) => {
  const deliver = async (leased: Leased): Promise<void> => {
    const found = await composed(ledger, leased, now());
    const ending = isLetter(found)
      ? await observe(leased.sort, async () => {
          const { deliveryId, to, createdAt: writtenAt, tries } = leased;
          const tried = await channel.send({ deliveryId, to, writtenAt, letter: found });
          return settle(tried, { tries, now: now(), chance: chance() });
        })
      : found;
    await ledger.settle(leased, unparked(leased, ending), now());
  };
  return async (): Promise<number> => {
    const looked = await ledger.fill(now());
    const leased = await ledger.lease(now());
    const done = await Promise.allSettled(leased.map(deliver));
    const broken = done.find((one) => one.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    if (looked + leased.length === 0) await ledger.sweep(new Date(Date.parse(now()) - DELIVERY_KEPT_MS).toISOString());
    return looked + leased.length;
  };
};
