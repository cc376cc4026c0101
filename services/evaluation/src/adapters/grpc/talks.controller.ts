import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/talk_service';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Decisions } from '../../application/decisions.ts';
import { changeTalks, type ShownTalk, showTalks } from '../../application/talks.ts';
import { DECISIONS } from './decisions-token.ts';

const SERVICE = 'TalkService';

const talkMessage = ({ zh, en, stands, ended, ...of }: ShownTalk): rpc.Talk => ({
  ...of,
  ruleZh: zh,
  ruleEn: en,
  stands: stands === null ? undefined : { ...stands, recordedAt: stands.at, confirmedBy: stands.confirmedBy ?? '' },
  ended: ended ?? undefined,
});

/** Talks that a decision asks for: put on record, confirmed, corrected, taken back. */
@Controller()
export class TalksController {
  private readonly change: ReturnType<typeof changeTalks>;
  private readonly show: ReturnType<typeof showTalks>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.change = changeTalks(decisions);
    this.show = showTalks(decisions);
  }

  @GrpcMethod(SERVICE, 'RecordTalk')
  async recordTalk(request: rpc.RecordTalkRequest, metadata: Metadata): Promise<rpc.RecordTalkResponse> {
    const { recordId, handled } = await this.change.record(request, callOf(metadata));
    return { receipt: receiptOf(handled), recordId };
  }

  @GrpcMethod(SERVICE, 'ConfirmTalk')
  async confirmTalk(request: rpc.ConfirmTalkRequest, metadata: Metadata): Promise<rpc.ConfirmTalkResponse> {
    return { receipt: receiptOf(await this.change.confirm(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RefuteTalk')
  async refuteTalk(request: rpc.RefuteTalkRequest, metadata: Metadata): Promise<rpc.RefuteTalkResponse> {
    return { receipt: receiptOf(await this.change.end('RefuteTalk', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawTalk')
  async withdrawTalk(request: rpc.WithdrawTalkRequest, metadata: Metadata): Promise<rpc.WithdrawTalkResponse> {
    return { receipt: receiptOf(await this.change.end('WithdrawTalk', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListTalks')
  async listTalks({ roundId }: rpc.ListTalksRequest, metadata: Metadata): Promise<rpc.ListTalksResponse> {
    return { talks: (await this.show(roundId, callOf(metadata))).map(talkMessage) };
  }
}
