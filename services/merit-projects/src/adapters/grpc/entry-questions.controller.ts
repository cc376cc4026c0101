import type { Metadata } from '@grpc/grpc-js';
import { decide, type ResourceFacts } from '@jiangong/access';
import { localDateOf, startOfDay } from '@jiangong/calendar';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type * as reviews from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import { together } from '@jiangong/read-models/postgres';
import { type Ground, isPosition, listsOf, pagesOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { needsOfEntry } from '../postgres/needs-questions.ts';
import { clearancesOf, evidenceOfObjection } from '../postgres/case-questions.ts';
import { askedOfEntry } from '../postgres/asked-of-entry.ts';
import { type Asker, declarationsOf, entryOf, milestonesOf } from '../postgres/entry-questions.ts';
import { opinionsOf } from '../postgres/entry-opinions.ts';
import { ENTRY_SORTS, entriesOf } from '../postgres/entry-list.ts';
import { OBJECTION_SORTS, objectionsOf } from '../postgres/objection-list.ts';
import { dossierOf, evidenceOf, fileOf, historyOf } from '../postgres/entry-reading.ts';
import { editionTitles, entryTitles, TITLES_MAX } from '../postgres/title-questions.ts';
import { voteRankOf } from '../postgres/votes.ts';
import { positionOf } from './position-of.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const entryLists = listsOf('ListEntries', ENTRY_SORTS);
const historyPages = pagesOf('GetEntryHistory', isPosition);
const objectionLists = listsOf('ListObjections', OBJECTION_SORTS);

/** A member without an office, and an evaluator, do not learn that discipline inspection blocks an entry. */
const WITHOUT_OFFICE: readonly string[] = ['member', ''];

/** Who of the office is reviewing which entry is nothing to those who are reviewed. */
const SHOWN_CLAIMS: readonly string[] = ['committee-officer', 'committee-leader', 'auditor'];

/** What the branches' votes came to is for whoever declares by it, and for those who look after it. */
const VOTES_SHOWN: readonly string[] = [
  'unit-officer',
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'auditor',
];

/** Questions about entries, answered from the read models. Only GetClearance and ListObjections open what inspectors and objectors wrote. */
@Controller()
export class EntryQuestionsController {
  private readonly ground: Ground;
  private readonly useCases: MeritProjects;

  constructor(@Inject(GROUND) ground: Ground, @Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.ground = ground;
    this.useCases = useCases;
  }

  private asker(metadata: Metadata): Asker {
    const { actor, caller, now } = callOf(metadata);
    const role = actor.role ?? '';
    const today = startOfDay(localDateOf(now));
    const claims = { personId: caller.personId ?? '' };
    const viewer = {
      today,
      knowsBlocks: !WITHOUT_OFFICE.includes(role),
      claims: SHOWN_CLAIMS.includes(role) ? claims : null,
    };
    return { privacy: this.ground.privacy, viewer };
  }

  @GrpcMethod(SERVICE, 'GetEntry')
  async getEntry({ entryId }: rpc.GetEntryRequest, metadata: Metadata): Promise<rpc.GetEntryResponse> {
    const rows = together(this.ground.rows);
    const [entry, asked, milestones, declarations] = await Promise.all([
      entryOf(rows, this.asker(metadata), entryId),
      askedOfEntry(rows, entryId),
      milestonesOf(rows, this.ground.privacy, entryId),
      declarationsOf(rows, this.ground.privacy, entryId),
    ]);
    if (!entry) throw refused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
    const told = { documents: [...asked.documents], documentNames: [...asked.documentNames] };
    const of = { entry, asked: asked.needs };
    const needs = await needsOfEntry(this.ground, this.useCases.needs, of, callOf(metadata).now);
    const voteRank = VOTES_SHOWN.includes(callOf(metadata).actor.role ?? '')
      ? await voteRankOf(this.ground.rows, entry)
      : 0;
    return { entry, milestones: [...milestones], declarations: [...declarations], ...told, ...needs, voteRank };
  }

  @GrpcMethod(SERVICE, 'GetDossier')
  async getDossier({ entryId }: rpc.GetDossierRequest): Promise<rpc.GetDossierResponse> {
    return dossierOf(this.ground.rows, this.ground.privacy, entryId);
  }

  @GrpcMethod(SERVICE, 'ListEntries')
  async listEntries(request: rpc.ListEntriesRequest, metadata: Metadata): Promise<rpc.ListEntriesResponse> {
    const asked = entryLists.asked(request);
    const { organizationId, editionId, nominatorId } = request;
    const found = await entriesOf(this.ground.rows, this.asker(metadata).viewer, {
      ...{ ...asked, organizationId, editionId, nominatorId },
      place: { ...asked.place, seen: callOf(metadata).afterPosition },
      standings: wordsOf(request.standing, 'standing'),
      tracks: wordsOf(request.track, 'track'),
      awards: wordsOf(request.award, 'award'),
      claims: wordsOf(request.claim, 'claim'),
      brought: wordsOf(request.brought, 'brought'),
    });
    const { page, nextPageToken, counts } = entryLists.told(found, asked);
    return { entries: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetEntryHistory')
  async getEntryHistory(request: rpc.GetEntryHistoryRequest): Promise<rpc.GetEntryHistoryResponse> {
    const { rows, privacy } = this.ground;
    const asked = historyPages.asked(request);
    const found = await historyOf(rows, privacy, request.entryId, asked);
    const { page, nextPageToken } = historyPages.page(found, asked, positionOf);
    return { entries: [...page], nextPageToken };
  }

  @GrpcMethod(SERVICE, 'GetEntryOpinions')
  async getEntryOpinions({ entryId }: rpc.GetEntryOpinionsRequest): Promise<rpc.GetEntryOpinionsResponse> {
    return opinionsOf(this.ground.rows, this.ground.privacy, entryId);
  }

  @GrpcMethod(SERVICE, 'GetClearance')
  async getClearance({ entryId }: reviews.GetClearanceRequest): Promise<reviews.GetClearanceResponse> {
    return { clearances: [...(await clearancesOf(this.ground.rows, this.ground.privacy, entryId))] };
  }

  @GrpcMethod(SERVICE, 'ListObjections')
  async listObjections(request: rpc.ListObjectionsRequest): Promise<rpc.ListObjectionsResponse> {
    const { rows, privacy } = this.ground;
    const asked = objectionLists.asked(request);
    const { organizationId, editionId, entryId } = request;
    const found = await objectionsOf(rows, privacy, {
      ...{ ...asked, organizationId, editionId, entryId },
      statuses: wordsOf(request.status, 'status'),
      against: wordsOf(request.against, 'against'),
    });
    const { page, nextPageToken, counts } = objectionLists.told(found, asked);
    return { objections: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetObjectionEvidence')
  async getObjectionEvidence(request: rpc.GetObjectionEvidenceRequest): Promise<rpc.GetObjectionEvidenceResponse> {
    const { rows, privacy } = this.ground;
    const handedIn = await evidenceOfObjection(rows, privacy, request.objectionId);
    if (!handedIn.includes(request.sha256)) throw refused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    return (await fileOf(rows, request.sha256)) ?? { mediaType: '', bytes: 0, destroyedAt: '' };
  }

  @GrpcMethod(SERVICE, 'GetTitles')
  async getTitles({ editionIds, entryIds }: rpc.GetTitlesRequest, metadata: Metadata): Promise<rpc.GetTitlesResponse> {
    for (const [field, ids] of Object.entries({ editionIds, entryIds }))
      if (ids.length > TITLES_MAX) throw refused({ reason: 'TOO_MANY_IDS', field, details: { idsMax: TITLES_MAX } });
    const { rows } = this.ground;
    const call = callOf(metadata);
    const { caller: subject, now } = call;
    const grants = entryIds.length === 0 ? [] : await this.ground.grantsFor(call);
    const mayRead = (resource: ResourceFacts): boolean =>
      (['entry.read', 'entry.read-to-score'] as const).some(
        (action) => decide({ subject, grants, action, resource, now }).allow,
      );
    const [editions, entries] = await Promise.all([
      editionTitles(rows, editionIds),
      entryTitles(rows, { ids: entryIds, personId: subject.personId ?? '', now, mayRead }),
    ]);
    return { editions: [...editions], entries: [...entries] };
  }

  @GrpcMethod(SERVICE, 'GetEvidence')
  async getEvidence({ entryId, sha256 }: rpc.GetEvidenceRequest): Promise<rpc.GetEvidenceResponse> {
    const file = await evidenceOf(this.ground.rows, entryId, sha256);
    if (!file) throw refused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    return file;
  }
}
