import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { type Ground, refused } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { clearancesOf, objectionsOf } from '../postgres/case-questions.ts';
import { pageAsked, pageOf } from '../postgres/page-of.ts';
import {
  declarationsOf,
  evidenceOf,
  historyOf,
  milestonesOf,
  noticesOf,
  projectOf,
  projectsOf,
  revisionOf,
} from '../postgres/project-questions.ts';
import { SERVICE } from './tokens.ts';

/** Questions about projects, answered from the read models. Only GetClearance and ListObjections open what is sealed. */
@Controller()
export class ProjectQuestionsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'GetProject')
  async getProject({ projectId }: rpc.GetProjectRequest): Promise<rpc.GetProjectResponse> {
    const { rows } = this.ground;
    const project = await projectOf(rows, projectId);
    if (!project) throw refused({ reason: 'PROJECT_NOT_FOUND', field: 'projectId' });
    const [milestones, declarations, revision] = await Promise.all([
      milestonesOf(rows, projectId),
      declarationsOf(rows, projectId),
      revisionOf(rows, project),
    ]);
    return { project, milestones, declarations, revision };
  }

  @GrpcMethod(SERVICE, 'ListProjects')
  async listProjects(request: rpc.ListProjectsRequest): Promise<rpc.ListProjectsResponse> {
    const asked = pageAsked(request);
    const { page, nextPageToken } = pageOf(await projectsOf(this.ground.rows, { ...request, page: asked }), asked);
    return { projects: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetProjectHistory')
  async getProjectHistory(request: rpc.GetProjectHistoryRequest): Promise<rpc.GetProjectHistoryResponse> {
    const asked = pageAsked(request);
    const { page, nextPageToken } = pageOf(await historyOf(this.ground.rows, request.projectId, asked), asked);
    return { entries: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetClearance')
  async getClearance({ projectId }: rpc.GetClearanceRequest): Promise<rpc.GetClearanceResponse> {
    return { clearances: await clearancesOf(this.ground.rows, this.ground.privacy, projectId) };
  }

  @GrpcMethod(SERVICE, 'ListObjections')
  async listObjections(request: rpc.ListObjectionsRequest): Promise<rpc.ListObjectionsResponse> {
    const asked = pageAsked(request);
    const { page, nextPageToken } = pageOf(
      await objectionsOf(this.ground.rows, this.ground.privacy, { ...request, page: asked }),
      asked,
    );
    return { objections: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'ListPublicNotices')
  async listPublicNotices(request: rpc.ListPublicNoticesRequest): Promise<rpc.ListPublicNoticesResponse> {
    const asked = pageAsked(request);
    const found = await noticesOf(this.ground.rows, {
      editionId: request.editionId,
      now: this.ground.clock.now(),
      page: asked,
    });
    const { page, nextPageToken } = pageOf(found, asked);
    return { notices: page, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetEvidence')
  async getEvidence({ projectId, sha256 }: rpc.GetEvidenceRequest): Promise<rpc.GetEvidenceResponse> {
    const file = await evidenceOf(this.ground.rows, projectId, sha256);
    if (!file) throw refused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    return file;
  }
}
