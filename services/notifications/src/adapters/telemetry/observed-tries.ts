import { attributeNames, metricNames, spanNames } from '@jiangong/telemetry';
import { counterOf, inSpan } from '@jiangong/telemetry/node';
import type { SendParts } from '../../application/mail/send-letters.ts';

const SCOPE = 'notifications';

const tries = counterOf(SCOPE, metricNames.deliveryTries);

/** One try as a span and a count: its channel, its sort and what became of it; never to whom. */
export const observedTries =
  (channel: 'mail' | 'webhook'): SendParts['observe'] =>
  async (sort, work) => {
    const attributes = { [attributeNames.channel]: channel, [attributeNames.template]: sort };
    const ending = await inSpan({ scope: SCOPE, name: spanNames.send, parent: null, attributes }, work);
    tries.add(1, {
      [attributeNames.channel]: channel,
      [attributeNames.outcome]: ending.failure === '' ? ending.state : ending.failure,
    });
    return ending;
  };
