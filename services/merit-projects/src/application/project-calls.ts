import type { Actor } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { UnitEditionOrder } from '../domain/unit-edition/orders.ts';
import type { CampaignKnowledge, ProjectPlace } from './ports.ts';
import type { Checked } from './precondition.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import type { ProjectHandled, UnitEditions } from './unit-editions.ts';

/** What every order to a project begins with. */
export type OrderBase = Readonly<{ projectId: string; now: string; terms: EditionTerms }>;

export type MakeProjectOrder = (
  base: OrderBase,
  place: ProjectPlace,
) => Promise<Checked<UnitEditionOrder, ReferenceRefusal>> | Checked<UnitEditionOrder, ReferenceRefusal>;

/** One order of a caller to one project: finds where it is kept, and carries `If-Match`. */
export const projectCalls = (unitEditions: UnitEditions, knowledge: CampaignKnowledge) => {
  const sendTo = (
    place: ProjectPlace,
    body: unknown,
    call: CallContext,
    make: MakeProjectOrder,
  ): Promise<ProjectHandled> => {
    const { projectId, editionId, unitId } = place;
    const { expectedRevision } = call;
    return unitEditions.send({ editionId, unitId, body, context: call, expectedRevision }, (terms) =>
      make({ projectId, now: call.now, terms }, place),
    );
  };
  return {
    sendTo,
    send: async (
      projectId: string,
      body: unknown,
      call: CallContext,
      make: MakeProjectOrder,
    ): Promise<ProjectHandled> => {
      const place = await knowledge.project(projectId);
      if (!place) return { kind: 'refused', refusal: { reason: 'PROJECT_NOT_FOUND', field: 'projectId' } };
      return sendTo(place, body, call, make);
    },
  };
};

export type ProjectCalls = ReturnType<typeof projectCalls>;

/**
 * The call as its events keep it when who calls must not be known: in another name, and without the correlation and trace that
 * the caller's other requests may share.
 */
export const unlinkable = (call: CallContext, actor: Actor): CallContext => ({
  ...call,
  actor,
  correlationId: call.requestId,
  causationId: null,
  traceparent: null,
  caller: { kind: 'anonymous', personId: null, sessionId: null },
});
