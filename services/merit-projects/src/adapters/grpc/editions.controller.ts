import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { type Ground, isPosition, pagesOf, refused } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { editionOf, editionsOf } from '../postgres/edition-questions.ts';
import { positionOf } from './position-of.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const pages = pagesOf('ListEditions', isPosition);

/** Editions and their calendar. */
@Controller()
export class EditionsController {
  private readonly ground: Ground;
  private readonly editions: MeritProjects['editions'];

  constructor(@Inject(GROUND) ground: Ground, @Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.ground = ground;
    this.editions = useCases.editions;
  }

  @GrpcMethod(SERVICE, 'OpenEdition')
  async openEdition(request: rpc.OpenEditionRequest, metadata: Metadata): Promise<rpc.OpenEditionResponse> {
    const { editionId, handled } = await this.editions.open(request, callOf(metadata));
    return { receipt: receiptOf(handled), editionId };
  }

  @GrpcMethod(SERVICE, 'RescheduleStage')
  async rescheduleStage(request: rpc.RescheduleStageRequest, metadata: Metadata): Promise<rpc.RescheduleStageResponse> {
    return { receipt: receiptOf(await this.editions.reschedule(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AllowLateEntry')
  async allowLateEntry(request: rpc.AllowLateEntryRequest, metadata: Metadata): Promise<rpc.AllowLateEntryResponse> {
    return { receipt: receiptOf(await this.editions.allowLateEntry(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetEdition')
  async getEdition({ editionId }: rpc.GetEditionRequest): Promise<rpc.GetEditionResponse> {
    const edition = await editionOf(this.ground.rows, editionId);
    if (!edition) throw refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' });
    return { edition };
  }

  @GrpcMethod(SERVICE, 'ListEditions')
  async listEditions(request: rpc.ListEditionsRequest): Promise<rpc.ListEditionsResponse> {
    const asked = pages.asked(request);
    const found = await editionsOf(this.ground.rows, { ...request, page: asked });
    const { page, nextPageToken } = pages.page(found, asked, positionOf);
    return { editions: [...page], nextPageToken };
  }
}
