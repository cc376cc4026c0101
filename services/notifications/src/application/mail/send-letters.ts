import { kindOf, isOptionalKind } from '../../domain/mail/kinds.ts';
import { settle } from '../../domain/mail/delivery.ts';
import { changedLetter, codeLetter, digestLetter, type Letter, letterOf } from '../../domain/mail/letter.ts';
import { CODE_VALID_MS, DELIVERY_KEPT_MS, DIGEST_MESSAGES_MAX } from '../../domain/mail/limits.ts';
import { type Parameters, write } from '../../domain/template.ts';
import { templateOf } from '../../domain/templates/index.ts';
import type { DeliveryLedger, Ending, Leased, SettledWithin, Written } from './delivery-ledger.ts';
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

const isSwitchedOff = ({ template }: Written, { off }: Leased): boolean => {
  const kind = kindOf(template);
  return isOptionalKind(kind) && off.includes(kind);
};

const said = ({ template, version, parameters }: Written) =>
  write(templateOf(template, version), JSON.parse(parameters) as Parameters);

/** A letter to send, or why there is none; `within`: what becomes of the messages in it once it has gone, or will not go. */
type Composed = Readonly<{ found: Letter | Ending; within: readonly SettledWithin[] }>;

const alone = (found: Letter | Ending): Composed => ({ found, within: [] });

/** What waits for a daily letter, in one; what its person does without since is left out. */
const digested = async (ledger: DeliveryLedger, leased: Leased, now: string): Promise<Composed> => {
  const gathered = await ledger.gathered(leased.deliveryId);
  const known = gathered.flatMap(({ deliveryId, written }) => (written ? [{ deliveryId, written }] : []));
  if (known.length < gathered.length)
    return alone(settle({ outcome: 'failed', failure: 'message-gone' }, { tries: leased.tries, now, chance: 1 }));
  const within = known.map(({ deliveryId, written }): SettledWithin =>
    isSwitchedOff(written, leased)
      ? { deliveryId, state: 'skipped', failure: 'switched-off' }
      : { deliveryId, state: 'sent', failure: '' },
  );
  const wanted = known.filter(({ written }) => !isSwitchedOff(written, leased)).map(({ written }) => said(written));
  if (wanted.length === 0) return { found: skipped('switched-off', now), within };
  const shown = wanted.slice(0, DIGEST_MESSAGES_MAX);
  return { found: digestLetter(shown, wanted.length - shown.length), within };
};

/** Without an address nobody is written to, also not of each message by itself. */
const undigested = async (ledger: DeliveryLedger, { deliveryId }: Leased, now: string): Promise<Composed> => ({
  found: skipped('no-address', now),
  within: (await ledger.gathered(deliveryId)).map((one) => ({
    ...{ deliveryId: one.deliveryId, state: 'skipped', failure: 'no-address' },
  })),
});

/** The letter of a delivery; or why there is none to send. */
const composedAlone = async (ledger: DeliveryLedger, leased: Leased, now: string): Promise<Letter | Ending> => {
  const { sort, to, code, createdAt, messageId, tries } = leased;
  // Looked at again, as if the server were away: a vault that is away for a moment looks the same as an address that was altered.
  if (!leased.readable) return settle({ outcome: 'failed', failure: 'unreadable' }, { tries, now, chance: 1 });
  if (to === '') return skipped('no-address', now);
  if (sort === 'address-code')
    return isLapsed(createdAt, now) ? skipped('lapsed', now) : codeLetter(code, CODE_VALID_MS / MINUTE_MS);
  if (sort === 'address-changed') return changedLetter();
  const written = await ledger.written(messageId);
  // The read model is being built anew, or the template is not there: looked at again as if the server were away.
  if (written === undefined) return settle({ outcome: 'failed', failure: 'message-gone' }, { tries, now, chance: 1 });
  return isSwitchedOff(written, leased) ? skipped('switched-off', now) : letterOf(said(written));
};

const composed = async (ledger: DeliveryLedger, leased: Leased, now: string): Promise<Composed> => {
  if (leased.sort !== 'digest' || !leased.readable) return alone(await composedAlone(ledger, leased, now));
  return leased.to === '' ? undigested(ledger, leased, now) : digested(ledger, leased, now);
};

/** A code is not parked: it is forgotten when its letter has failed, and its person asks for another. */
const unparked = ({ sort }: Leased, ending: Ending): Ending =>
  sort === 'address-code' && ending.state === 'failed' ? { ...ending, state: 'skipped' } : ending;

const isLetter = (found: Letter | Ending): found is Letter => 'subject' in found;

/** One turn of a mail worker: fills the queue, takes what is due, hands it over. Answers how much there was to do. */
export const sendLetters = ({ ledger, channel, now, chance, observe }: SendParts) => {
  const deliver = async (leased: Leased): Promise<void> => {
    const { found, within } = await composed(ledger, leased, now());
    const ending = isLetter(found)
      ? await observe(leased.sort, async () => {
          const { deliveryId, to, createdAt: writtenAt, tries } = leased;
          const tried = await channel.send({ deliveryId, to, writtenAt, letter: found });
          return settle(tried, { tries, now: now(), chance: chance() });
        })
      : found;
    // What has not gone out and will be tried again keeps its messages.
    const isOver = ending.state === 'sent' || ending.state === 'skipped';
    await ledger.settle(leased, unparked(leased, ending), now(), isOver ? within : []);
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
