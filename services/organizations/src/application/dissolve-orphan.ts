import { requestIdOf } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import type { OrganizationHandled, OrganizationOrders } from './organization-orders.ts';
import { organizationStream } from './organization-stream.ts';

const REASON = '上级组织正在撤销 (the parent is being dissolved)';

type Born = OrganizationHandled & { kind: 'accepted' };

/**
 * Looks again after an organization came to stand under a parent (founded or restored). When the parent's dissolution had begun
 * before, the count of children may have missed it: it is dissolved again and the order refused. What came first is counted,
 * and the dissolution abandoned (README). A repeated order gets the answer it got.
 */
export const dissolveOrphan =
  (ground: Ground, organizations: OrganizationOrders) =>
  async (organizationId: string, parentId: string, born: Born, call: CallContext): Promise<OrganizationHandled> => {
    const [receipt] = born.receipts;
    if (!receipt) return born;
    const refused: OrganizationHandled = {
      kind: 'refused',
      refusal: { reason: 'PARENT_DISSOLVED', field: 'parentId' },
    };
    const requestId = requestIdOf(`dissolve orphan ${receipt.eventId}`);
    if (born.repeated && (await organizations.read(organizationId)).accepted(requestId)) return refused;
    const { organization: parent, dissolutionBegunAt } = await organizations.read(parentId);
    if (parent.kind === 'live' || born.position < dissolutionBegunAt) return born;
    const orphan = await organizations.handle({
      stream: organizationStream(organizationId),
      order: { type: 'DissolveOrphan', parentId, reason: REASON, now: call.now },
      body: { dissolveOrphan: organizationId },
      context: ground.systemContext({
        name: 'orphan-dissolver',
        requestId,
        correlationId: call.correlationId,
        traceparent: call.traceparent,
        causationId: receipt.eventId,
      }),
    });
    return orphan.kind === 'accepted' && orphan.facts.length === 0 ? born : refused;
  };
