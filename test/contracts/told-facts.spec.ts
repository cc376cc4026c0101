import { expect, it } from '@jest/globals';
import { toldFacts } from '../../services/gateway/src/routes/told-facts.ts';
import { TOLD_FACTS } from '../../services/notifications/src/domain/webhooks/told-facts.ts';

it('the kinds of facts that the document offers to other systems are those that notifications tells', () => {
  expect(toldFacts).toEqual(TOLD_FACTS);
});
