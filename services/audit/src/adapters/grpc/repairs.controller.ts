import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { type Ground, listsOf, wordsOf } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { momentOrNull, textOrNull } from '../../application/check-question.ts';
import { ID_CHARS_MAX } from '../../application/limits.ts';
import { kindsShownTo } from '../../application/repairs.ts';
import { REPAIR_SORTS, type RepairRow, repairsFound } from '../postgres/repair-questions.ts';
import { withinOf } from './within-of.ts';

const lists = listsOf('ListRepairs', REPAIR_SORTS);

const parkedOf = (row: RepairRow): rpc.ParkedPlace | undefined =>
  row.parked_position === null
    ? undefined
    : {
        ...{ service: row.service ?? '', reader: row.reader ?? '', stream: row.parked_stream ?? '' },
        ...{ position: row.parked_position, done: row.done ?? undefined, left: row.left ?? undefined },
      };

const repairOf = (row: RepairRow): rpc.Repair => ({
  position: row.position,
  eventId: row.event_id,
  eventStream: row.event_stream,
  at: row.at,
  kind: row.kind,
  actor: {
    kind: row.actor_kind,
    id: row.actor_id ?? '',
    organization: row.actor_organization ?? '',
    role: row.actor_role ?? '',
    grant: row.actor_grant ?? '',
  },
  proposedBy: row.proposed_by ?? '',
  outcome: row.outcome,
  reason: row.reason ?? '',
  because: [...row.because],
  documentNumber: row.document_number ?? '',
  parked: parkedOf(row),
  roundId: row.round_id ?? '',
  entryId: row.entry_id ?? '',
  standing: row.standing ?? '',
  year: row.year ?? undefined,
});

/** What was put right by hand. */
@Controller()
export class RepairsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod('AuditService', 'ListRepairs')
  async listRepairs(request: rpc.ListRepairsRequest, metadata: Metadata): Promise<rpc.ListRepairsResponse> {
    const asked = lists.asked(request);
    const { within, roles } = await withinOf(this.ground, request, metadata);
    const found = await repairsFound(this.ground.rows, {
      ...asked,
      within,
      shown: kindsShownTo(roles),
      kinds: wordsOf(request.kind, 'kind'),
      outcomes: wordsOf(request.outcome, 'outcome'),
      actorId: textOrNull(request.actorId, 'actorId', ID_CHARS_MAX),
      from: momentOrNull(request.from, 'from'),
      before: momentOrNull(request.before, 'before'),
    });
    const { page, nextPageToken, counts } = lists.told(found, asked);
    return { repairs: page.map(repairOf), nextPageToken, counts };
  }
}
