import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/meeting_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Decisions } from '../../application/decisions.ts';
import { changeMeetings, showMeetings, type ShownRecord } from '../../application/meetings.ts';
import type { RecordKind } from '../../domain/meeting/facts.ts';
import { DECISIONS } from './decisions-token.ts';

const SERVICE = 'MeetingService';
const KINDS: readonly RecordKind[] = ['held', 'again', 'correction'];

const recordMessage = ({ held, by, at, ...of }: ShownRecord): rpc.MeetingRecord => ({
  ...of,
  heldOn: held?.heldOn ?? '',
  chair: held?.chair ?? '',
  present: [...(held?.present ?? [])],
  attendance: held?.attendance ?? 0,
  file: held?.file ?? '',
  late: held?.late ?? false,
  recordedBy: by,
  recordedAt: at,
});

/** Meetings of a round's calendar: put on record, attested, corrected. */
@Controller()
export class MeetingsController {
  private readonly change: ReturnType<typeof changeMeetings>;
  private readonly show: ReturnType<typeof showMeetings>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.change = changeMeetings(decisions);
    this.show = showMeetings(decisions);
  }

  @GrpcMethod(SERVICE, 'RecordMeeting')
  async recordMeeting(request: rpc.RecordMeetingRequest, metadata: Metadata): Promise<rpc.RecordMeetingResponse> {
    const kind = KINDS.find((one) => one === request.kind);
    if (kind === undefined) throw refused({ reason: 'MEETING_KIND_UNKNOWN', field: 'kind' });
    const { recordId, handled } = await this.change.record({ ...request, kind }, callOf(metadata));
    return { receipt: receiptOf(handled), recordId };
  }

  @GrpcMethod(SERVICE, 'WithdrawMeeting')
  async withdrawMeeting(request: rpc.WithdrawMeetingRequest, metadata: Metadata): Promise<rpc.WithdrawMeetingResponse> {
    const { recordId, handled } = await this.change.withdraw(request, callOf(metadata));
    return { receipt: receiptOf(handled), recordId };
  }

  @GrpcMethod(SERVICE, 'AttestMeeting')
  async attestMeeting(request: rpc.AttestMeetingRequest, metadata: Metadata): Promise<rpc.AttestMeetingResponse> {
    return { receipt: receiptOf(await this.change.attest(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RefuteMeeting')
  async refuteMeeting(request: rpc.RefuteMeetingRequest, metadata: Metadata): Promise<rpc.RefuteMeetingResponse> {
    return { receipt: receiptOf(await this.change.refute(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListMeetings')
  async listMeetings({ roundId, on }: rpc.ListMeetingsRequest, metadata: Metadata): Promise<rpc.ListMeetingsResponse> {
    const { meetings, ...of } = await this.show(roundId, on, callOf(metadata));
    return {
      ...{ on: of.on, leaders: [...of.leaders] },
      meetings: meetings.map(({ stands, waits, polls, ...meeting }) => ({
        ...{ ...meeting, polls: [...polls] },
        stands: stands === null ? undefined : recordMessage(stands),
        waits: waits === null ? undefined : recordMessage(waits),
      })),
    };
  }
}
