import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import { type Ground, refused } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { addedFile, filesOf } from '../postgres/entry-files.ts';
import { inspectionFilesOf } from '../postgres/inspection-files.ts';
import { destroyedFiles } from '../postgres/evidence-projection.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** So many destroyed files in one answer; whoever wants more asks behind the last one. */
const DESTROYED_MAX = 500;
/** So many persons may have named one file; whoever is beyond is not looked at. */
const NAMERS_MAX = 100;

/** The files of entries: what they show, and how one is destroyed by two persons. */
@Controller()
export class FilesController {
  private readonly useCases: MeritProjects;
  private readonly ground: Ground;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects, @Inject(GROUND) ground: Ground) {
    this.useCases = useCases;
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'ListEntryFiles')
  async listEntryFiles({ entryId }: rpc.ListEntryFilesRequest): Promise<rpc.ListEntryFilesResponse> {
    return { files: [...(await filesOf(this.ground.rows, this.ground.privacy, entryId))] };
  }

  @GrpcMethod(SERVICE, 'DescribeEvidence')
  async describeEvidence(
    request: rpc.DescribeEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.DescribeEvidenceResponse> {
    return { receipt: receiptOf(await this.useCases.files.describe(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeDestruction')
  async proposeDestruction(
    request: rpc.ProposeDestructionRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeDestructionResponse> {
    const { proposalId, handled } = await this.useCases.evidence.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectDestruction')
  async rejectDestruction(
    request: rpc.RejectDestructionRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectDestructionResponse> {
    return { receipt: receiptOf(await this.useCases.evidence.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DestroyEvidence')
  async destroyEvidence(request: rpc.DestroyEvidenceRequest, metadata: Metadata): Promise<rpc.DestroyEvidenceResponse> {
    return { receipt: receiptOf(await this.useCases.evidence.destroy(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AddClearanceFile')
  async addClearanceFile(
    request: rpc.AddClearanceFileRequest,
    metadata: Metadata,
  ): Promise<rpc.AddClearanceFileResponse> {
    const { fileId, handled } = await this.useCases.inspectionFiles.add(request, callOf(metadata));
    return { receipt: receiptOf(handled), fileId };
  }

  @GrpcMethod(SERVICE, 'RemoveClearanceFile')
  async removeClearanceFile(
    request: rpc.RemoveClearanceFileRequest,
    metadata: Metadata,
  ): Promise<rpc.RemoveClearanceFileResponse> {
    return { receipt: receiptOf(await this.useCases.inspectionFiles.remove(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetClearanceFile')
  async getClearanceFile({ entryId, fileId }: rpc.GetClearanceFileRequest): Promise<rpc.GetClearanceFileResponse> {
    const files = await inspectionFilesOf(this.ground.rows, this.ground.privacy, entryId);
    const file = files.find((one) => one.fileId === fileId);
    // What was erased names no file any more.
    if (!file || file.mediaType === '') throw refused({ reason: 'INSPECTION_FILE_NOT_FOUND', field: 'fileId' });
    const { sha256, mediaType, bytes, destroyedAt } = file;
    return { sha256, mediaType, bytes, destroyedAt };
  }

  @GrpcMethod(SERVICE, 'GetNamedEvidence')
  async getNamedEvidence({ sha256, namedBy }: rpc.GetNamedEvidenceRequest): Promise<rpc.GetNamedEvidenceResponse> {
    const file = await addedFile(this.ground, sha256, namedBy.slice(0, NAMERS_MAX));
    if (!file) throw refused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    return file;
  }

  @GrpcMethod(SERVICE, 'ListDestroyedEvidence')
  async listDestroyedEvidence({
    afterPosition,
  }: rpc.ListDestroyedEvidenceRequest): Promise<rpc.ListDestroyedEvidenceResponse> {
    return { files: [...(await destroyedFiles(this.ground.rows, afterPosition, DESTROYED_MAX))] };
  }
}
