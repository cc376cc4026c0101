import type { Ground, Worker } from '@jiangong/service-host';
import { attributeNames, metricNames, spanNames } from '@jiangong/telemetry';
import { counterOf, inSpan } from '@jiangong/telemetry/node';
import type { MailChannel } from '../../application/mail/mail-channel.ts';
import type { DeliveryLedger } from '../../application/mail/delivery-ledger.ts';
import { sendLetters, type SendParts } from '../../application/mail/send-letters.ts';

const SCOPE = 'notifications';
const CHANNEL = 'mail';

const tries = counterOf(SCOPE, metricNames.deliveryTries);

/** One try as a span and a count: its channel, its sort and what became of it; never to whom. */
const observe: SendParts['observe'] = async (sort, work) => {
  const attributes = { [attributeNames.channel]: CHANNEL, [attributeNames.template]: sort };
  const ending = await inSpan({ scope: SCOPE, name: spanNames.send, parent: null, attributes }, work);
  tries.add(1, {
    [attributeNames.channel]: CHANNEL,
    [attributeNames.outcome]: ending.failure === '' ? ending.state : ending.failure,
  });
  return ending;
};

/** Sends mail in every replica; no two send the same letter, since each is leased. */
export const mailWorker = ({ clock }: Pick<Ground, 'clock'>, ledger: DeliveryLedger, channel: MailChannel): Worker => ({
  name: 'mail',
  turn: sendLetters({ ledger, channel, now: () => clock.now(), chance: Math.random, observe }),
  close: () => channel.close(),
});
