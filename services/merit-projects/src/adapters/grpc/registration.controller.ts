import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/registration';
import { type Ground, refused } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { isActOpen } from '../../domain/edition/terms.ts';
import { documentsOf } from '../../domain/programme.ts';
import { authorOf, batchesOf } from '../postgres/code-questions.ts';
import { editionTitles } from '../postgres/title-questions.ts';
import { openProse, textOf } from '../postgres/kept-prose.ts';
import { registeredWork } from '../postgres/registered-work.ts';
import { documentNamesOf } from '../postgres/template-projection.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** Codes that an office hands out, and the works that people without an account enter by them. */
@Controller()
export class RegistrationController {
  private readonly useCases: MeritProjects;
  private readonly ground: Ground;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects, @Inject(GROUND) ground: Ground) {
    this.useCases = useCases;
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'HandOutCodes')
  async handOutCodes(request: rpc.HandOutCodesRequest, metadata: Metadata): Promise<rpc.HandOutCodesResponse> {
    const { handled, batchId, codes } = await this.useCases.codes.handOut(request, callOf(metadata));
    return { receipt: receiptOf(handled), batchId, codes: [...codes] };
  }

  @GrpcMethod(SERVICE, 'RecallCodes')
  async recallCodes(request: rpc.RecallCodesRequest, metadata: Metadata): Promise<rpc.RecallCodesResponse> {
    return { receipt: receiptOf(await this.useCases.codes.recall(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListCodeBatches')
  async listCodeBatches({ editionId }: rpc.ListCodeBatchesRequest): Promise<rpc.ListCodeBatchesResponse> {
    return { batches: [...(await batchesOf(this.ground.rows, editionId))] };
  }

  @GrpcMethod(SERVICE, 'GetRegistration')
  async getRegistration(
    { code }: rpc.GetRegistrationRequest,
    metadata: Metadata,
  ): Promise<rpc.GetRegistrationResponse> {
    const { held, terms, entry } = await this.useCases.registration.find(code);
    const { rows, privacy } = this.ground;
    const { editionId, nominatorId: organizationId } = held;
    const { now } = callOf(metadata);
    const [title] = await editionTitles(rows, [editionId]);
    const namesOf = await documentNamesOf(rows, [editionId]);
    const stage = terms.stages.find(({ act }) => act === 'declare');
    const isReturned = entry?.standing.kind === 'returned' && now < entry.standing.redeclareUntil;
    return {
      ...{ editionId, organizationId, titleZh: title?.titleZh ?? '', titleEn: title?.titleEn ?? '' },
      categories: terms.tables.tracks.map(({ trackId, nameZh, nameEn }) => {
        const documents = [...documentsOf(terms.documents, trackId)];
        return { track: trackId, nameZh, nameEn, documents, documentNames: namesOf(editionId, documents) };
      }),
      ...{ opensAt: stage?.opensAt ?? '', closesAt: stage?.closesAt ?? '' },
      open: terms.kind === 'open' && (isReturned || isActOpen(terms, 'declare', now)),
      work: entry && (await registeredWork(rows, privacy, entry)),
    };
  }

  @GrpcMethod(SERVICE, 'AddWorkFile')
  async addWorkFile(request: rpc.AddWorkFileRequest, metadata: Metadata): Promise<rpc.AddWorkFileResponse> {
    return { receipt: receiptOf(await this.useCases.registration.addFile(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RegisterWork')
  async registerWork(request: rpc.RegisterWorkRequest, metadata: Metadata): Promise<rpc.RegisterWorkResponse> {
    const { handled, entryId, version } = await this.useCases.registration.register(request, callOf(metadata));
    return { receipt: receiptOf(handled), entryId, version };
  }

  @GrpcMethod(SERVICE, 'WithdrawWork')
  async withdrawWork(request: rpc.WithdrawWorkRequest, metadata: Metadata): Promise<rpc.WithdrawWorkResponse> {
    return { receipt: receiptOf(await this.useCases.registration.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'EraseOwnName')
  async eraseOwnName(request: rpc.EraseOwnNameRequest, metadata: Metadata): Promise<rpc.EraseOwnNameResponse> {
    return { receipt: receiptOf(await this.useCases.authors.byCode(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'EraseAuthor')
  async eraseAuthor(request: rpc.EraseAuthorRequest, metadata: Metadata): Promise<rpc.EraseAuthorResponse> {
    return { receipt: receiptOf(await this.useCases.authors.byOffice(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetAuthor')
  async getAuthor({ entryId }: rpc.GetAuthorRequest): Promise<rpc.GetAuthorResponse> {
    const found = await authorOf(this.ground.rows, entryId);
    if (!found) throw refused({ reason: 'AUTHOR_NOT_NAMED', field: 'entryId' });
    const { stream, prose, erasedAt } = found;
    const [opened] = await openProse(this.ground.privacy, [{ stream, prose, type: 'AuthorNamed.v1' }]);
    return { name: textOf(opened, 'authorName'), contact: textOf(opened, 'authorContact'), erasedAt };
  }
}
