import { requestIdOf } from '@jiangong/event-store';
import type { Ground, SystemOrder } from '@jiangong/service-host';
import type { UnitEditions } from './unit-editions.ts';

/** The name of the process manager: the actor of what it orders. */
export const COMMENDATION_PROCESS = 'commend-projects';

/** An award that evaluation gave, with the circular that issued it. */
export type IssuedAward = Readonly<{
  roundId: string;
  editionId: string;
  unitId: string;
  projectId: string;
  award: string;
  grade: string;
  documentNumber: string;
}>;

/** The public fact that was heard: the commendation carries its correlation and names it as its cause. */
export type Heard = Readonly<Pick<Required<SystemOrder>, 'correlationId' | 'causationId' | 'traceparent'>>;

/** Commends one awarded project. The request id derives from round and project, so hearing twice is hearing once. */
export const commendProjects =
  (ground: Ground, unitEditions: UnitEditions) =>
  async (issued: IssuedAward, heard: Heard): Promise<void> => {
    const { roundId, editionId, unitId, projectId, award, grade, documentNumber } = issued;
    const context = ground.systemContext({
      name: COMMENDATION_PROCESS,
      requestId: requestIdOf(`${COMMENDATION_PROCESS} ${roundId} ${projectId}`),
      ...heard,
    });
    const handled = await unitEditions.send(
      { editionId, unitId, body: { order: 'CommendProject', ...issued }, context },
      (terms) => ({
        kind: 'order',
        order: { type: 'CommendProject', now: context.now, terms, projectId, roundId, award, grade, documentNumber },
      }),
    );
    if (handled.kind === 'refused') throw new Error(`CommendProject of ${projectId}: ${handled.refusal.reason}`);
  };
