import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/own_notices';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { OWN_NOTICE_SORTS, ownNoticeById, ownNoticesOf, ownObjectionsOf } from '../postgres/own-notice-questions.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const ownNoticeLists = listsOf('ListOwnNotices', OWN_NOTICE_SORTS);

/** What nominators make known among their own people before they declare, and who objects. */
@Controller()
export class OwnNoticesController {
  private readonly useCases: MeritProjects;
  private readonly ground: Ground;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects, @Inject(GROUND) ground: Ground) {
    this.useCases = useCases;
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'BeginOwnNotice')
  async beginOwnNotice(request: rpc.BeginOwnNoticeRequest, metadata: Metadata): Promise<rpc.BeginOwnNoticeResponse> {
    const { ownNoticeId, handled } = await this.useCases.ownNotices.begin(request, callOf(metadata));
    return { receipt: receiptOf(handled), ownNoticeId };
  }

  @GrpcMethod(SERVICE, 'StopOwnNotice')
  async stopOwnNotice(request: rpc.StopOwnNoticeRequest, metadata: Metadata): Promise<rpc.StopOwnNoticeResponse> {
    return { receipt: receiptOf(await this.useCases.ownNotices.stop(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'TakeOwnObjection')
  async takeOwnObjection(
    request: rpc.TakeOwnObjectionRequest,
    metadata: Metadata,
  ): Promise<rpc.TakeOwnObjectionResponse> {
    const { objectionId, handled } = await this.useCases.ownNotices.take(request, callOf(metadata));
    return { receipt: receiptOf(handled), objectionId };
  }

  @GrpcMethod(SERVICE, 'AnswerOwnObjection')
  async answerOwnObjection(
    request: rpc.AnswerOwnObjectionRequest,
    metadata: Metadata,
  ): Promise<rpc.AnswerOwnObjectionResponse> {
    return { receipt: receiptOf(await this.useCases.ownNotices.answer(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenOwnObjection')
  async reopenOwnObjection(
    request: rpc.ReopenOwnObjectionRequest,
    metadata: Metadata,
  ): Promise<rpc.ReopenOwnObjectionResponse> {
    return { receipt: receiptOf(await this.useCases.ownNotices.reopen(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListOwnNotices')
  async listOwnNotices(request: rpc.ListOwnNoticesRequest): Promise<rpc.ListOwnNoticesResponse> {
    const { organizationId, editionId, state } = request;
    const { rows, clock } = this.ground;
    const asked = ownNoticeLists.asked(request);
    const states = wordsOf(state, 'state');
    const found = await ownNoticesOf(rows, { ...asked, organizationId, editionId, states, now: clock.now() });
    const { page, nextPageToken, counts } = ownNoticeLists.told(found, asked);
    return { notices: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetOwnNotice')
  async getOwnNotice({ ownNoticeId }: rpc.GetOwnNoticeRequest): Promise<rpc.GetOwnNoticeResponse> {
    const { rows, privacy, clock } = this.ground;
    const notice = await ownNoticeById(rows, ownNoticeId, clock.now());
    if (!notice) throw refused({ reason: 'OWN_NOTICE_NOT_FOUND', field: 'ownNoticeId' });
    return { notice, objections: [...(await ownObjectionsOf(rows, privacy, ownNoticeId))] };
  }
}
