import { attributeNames, metricNames, spanNames } from '@jiangong/telemetry';
import { activeTraceparent, continueSpan, counterOf } from '@jiangong/telemetry/node';

const SCOPE = 'notifications';

const delivered = counterOf(SCOPE, metricNames.delivered);

/** A message asked for by a fact: finding out who is to know. In the fact's trace; a rebuild leaves no span. */
export const requestOf = (template: string, work: () => Promise<void>): Promise<void> =>
  continueSpan({ scope: SCOPE, name: spanNames.notify, attributes: { [attributeNames.template]: template } }, work);

/** A message handed to its channel, and counted: how many, never to whom. What a rebuild writes again is not delivered again. */
export const deliverTo = async (
  channel: string,
  message: Readonly<{ template: string; recipients: number }>,
  work: () => Promise<unknown>,
): Promise<void> => {
  const attributes = {
    [attributeNames.channel]: channel,
    [attributeNames.template]: message.template,
    [attributeNames.recipientCount]: message.recipients,
  };
  await continueSpan({ scope: SCOPE, name: spanNames.deliver, kind: 'producer', attributes }, work);
  if (activeTraceparent() !== undefined) delivered.add(message.recipients, { [attributeNames.channel]: channel });
};
