import { requestIdOf } from '@jiangong/event-store';
import type { Ground, SystemOrder } from '@jiangong/service-host';
import type { UnitEditions } from './unit-editions.ts';

/** The name of the process manager: the actor of what it orders. */
export const COMMENDATION_PROCESS = 'commend-entries';

/** An award that evaluation gave, with the circular that issued it. */
export type IssuedAward = Readonly<{
  roundId: string;
  editionId: string;
  unitId: string;
  entryId: string;
  award: string;
  grade: string;
  documentNumber: string;
}>;

/** The public fact that was heard: the commendation carries its correlation and names it as its cause. */
export type Heard = Readonly<Pick<Required<SystemOrder>, 'correlationId' | 'causationId' | 'traceparent'>>;

/** Commends one awarded entry. The request id derives from round and entry, so hearing twice is hearing once. */
export const commendEntries =
  (ground: Ground, unitEditions: UnitEditions) =>
  async (issued: IssuedAward, heard: Heard): Promise<void> => {
    const { roundId, editionId, unitId, entryId, award, grade, documentNumber } = issued;
    const context = ground.systemContext({
      name: COMMENDATION_PROCESS,
      requestId: requestIdOf(`${COMMENDATION_PROCESS} ${roundId} ${entryId}`),
      ...heard,
    });
    const handled = await unitEditions.send(
      { editionId, unitId, body: { order: 'CommendEntry', ...issued }, context },
      (terms) => ({
        kind: 'order',
        order: { type: 'CommendEntry', now: context.now, terms, entryId, roundId, award, grade, documentNumber },
      }),
    );
    if (handled.kind === 'refused') throw new Error(`CommendEntry of ${entryId}: ${handled.refusal.reason}`);
  };
