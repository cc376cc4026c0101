import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { type Ground, isPosition, pagesOf, refused } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { clearancesOf, objectionsOf } from '../postgres/case-questions.ts';
import {
  declarationsOf,
  evidenceOf,
  historyOf,
  milestonesOf,
  noticesOf,
  entryOf,
  entriesOf,
  revisionOf,
} from '../postgres/entry-questions.ts';
import { positionOf } from './position-of.ts';
import { SERVICE } from './tokens.ts';

const entryPages = pagesOf('ListEntries', isPosition);
const historyPages = pagesOf('GetEntryHistory', isPosition);
const objectionPages = pagesOf('ListObjections', isPosition);
const noticePages = pagesOf('ListPublicNotices', isPosition);

/** Questions about entries, answered from the read models. Only GetClearance and ListObjections open what is sealed. */
@Controller()
export class EntryQuestionsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'GetEntry')
  async getEntry({ entryId }: rpc.GetEntryRequest): Promise<rpc.GetEntryResponse> {
    const { rows } = this.ground;
    const entry = await entryOf(rows, entryId);
    if (!entry) throw refused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
    const [milestones, declarations, revision] = await Promise.all([
      milestonesOf(rows, entryId),
      declarationsOf(rows, entryId),
      revisionOf(rows, entry),
    ]);
    return { entry, milestones, declarations, revision };
  }

  @GrpcMethod(SERVICE, 'ListEntries')
  async listEntries(request: rpc.ListEntriesRequest): Promise<rpc.ListEntriesResponse> {
    const asked = entryPages.asked(request);
    const found = await entriesOf(this.ground.rows, { ...request, page: asked });
    const { page, nextPageToken } = entryPages.page(found, asked, positionOf);
    return { entries: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetEntryHistory')
  async getEntryHistory(request: rpc.GetEntryHistoryRequest): Promise<rpc.GetEntryHistoryResponse> {
    const asked = historyPages.asked(request);
    const found = await historyOf(this.ground.rows, request.entryId, asked);
    const { page, nextPageToken } = historyPages.page(found, asked, positionOf);
    return { entries: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetClearance')
  async getClearance({ entryId }: rpc.GetClearanceRequest): Promise<rpc.GetClearanceResponse> {
    return { clearances: await clearancesOf(this.ground.rows, this.ground.privacy, entryId) };
  }

  @GrpcMethod(SERVICE, 'ListObjections')
  async listObjections(request: rpc.ListObjectionsRequest): Promise<rpc.ListObjectionsResponse> {
    const asked = objectionPages.asked(request);
    const found = await objectionsOf(this.ground.rows, this.ground.privacy, { ...request, page: asked });
    const { page, nextPageToken } = objectionPages.page(found, asked, positionOf);
    return { objections: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'ListPublicNotices')
  async listPublicNotices(request: rpc.ListPublicNoticesRequest): Promise<rpc.ListPublicNoticesResponse> {
    const asked = noticePages.asked(request);
    const found = await noticesOf(this.ground.rows, {
      editionId: request.editionId,
      now: this.ground.clock.now(),
      page: asked,
    });
    const { page, nextPageToken } = noticePages.page(found, asked, positionOf);
    return { notices: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetEvidence')
  async getEvidence({ entryId, sha256 }: rpc.GetEvidenceRequest): Promise<rpc.GetEvidenceResponse> {
    const file = await evidenceOf(this.ground.rows, entryId, sha256);
    if (!file) throw refused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    return file;
  }
}
