import { randomUUID } from 'node:crypto';
import { TellOfAccountRequest } from '@jiangong/contracts/jiangong/notifications/v1/account';
import { NotificationsServiceService } from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import { requestIdOf } from '@jiangong/event-store';
import { childTraceparent } from '@jiangong/telemetry';
import type { OwnedNotice } from '../../application/tell-notices.ts';
import { type CallFacts, type OutletParts, outletFor } from './outlet.ts';

/** Has the owner of an account told, in the platform's own name. No browser, address or login goes along. */
export const accountOwner =
  (parts: OutletParts, deadlineMs: number) =>
  async ({ personId, kind, at }: OwnedNotice): Promise<void> => {
    const happenedAt = new Date(at).toISOString();
    const facts: CallFacts = {
      ...{ subject: { kind: 'system' }, requestId: requestIdOf(`account notice ${personId} ${kind} ${happenedAt}`) },
      ...{ correlationId: randomUUID(), traceparent: childTraceparent(undefined), deadlineMs },
      ...{ expectedRevision: undefined, afterPosition: 0, fresh: true },
    };
    await outletFor(parts, facts, () => undefined).call(
      'notifications',
      NotificationsServiceService.tellOfAccount,
      TellOfAccountRequest.fromPartial({ personId, change: kind, happenedAt }),
    );
  };
