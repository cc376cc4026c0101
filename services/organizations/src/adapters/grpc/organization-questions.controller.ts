import type { Metadata } from '@grpc/grpc-js';
import { decide, isInForce } from '@jiangong/access';
import { isCivilDay, localDateOf } from '@jiangong/calendar';
import type * as rpc from '@jiangong/contracts/jiangong/organizations/v1/questions';
import { proposalReasons } from '@jiangong/privacy';
import { type CallContext, type Ground, historiesOf, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { tellOrganization } from '../../application/organization-history.ts';
import { lookBack } from '../../application/look-back.ts';
import { organizationStream } from '../../application/organization-stream.ts';
import { ORGANIZATION_SORTS, organizationsOf } from '../postgres/organization-list.ts';
import {
  countsOf,
  NAMES_MAX,
  namesOf,
  nameOn,
  officersOf,
  isKnownTo,
  organizationOf,
  type OrganizationRow,
  restorationsOf,
} from '../postgres/organization-questions.ts';
import { organizationOnMessage } from './organization-on-message.ts';

const SERVICE = 'OrganizationsService';

const histories = historiesOf('GetOrganizationHistory');
const lists = listsOf('ListOrganizations', ORGANIZATION_SORTS);

/** Questions about the tree, answered from the read model. */
@Controller()
export class OrganizationQuestionsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'GetOrganization')
  async getOrganization(
    { organizationId }: rpc.GetOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.GetOrganizationResponse> {
    const call = callOf(metadata);
    const organization = await organizationOf(this.ground.rows, organizationId, await this.grantPaths(call));
    if (!organization) throw refused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' });
    const officers = await officersOf(this.ground.rows, organizationId);
    return {
      organization,
      officers: officers.map((officer) => ({ ...officer, termEndsOn: officer.termEndsOn ?? undefined })),
      restorations: await this.restorations(organization, call),
    };
  }

  /** Why is for whoever may carry it out or turn it down: the organization itself is everybody's to read. */
  private async restorations(
    { organizationId, path: organizationPath }: OrganizationRow,
    call: CallContext,
  ): Promise<rpc.Restoration[]> {
    const { rows, store, privacy } = this.ground;
    const { caller: subject, now } = call;
    const waiting = await restorationsOf(rows, organizationId);
    if (waiting.length === 0) return [];
    const asked = { subject, grants: await this.ground.grantsFor(call), now };
    const { allow } = decide({ ...asked, action: 'organization.restore', resource: { organizationPath } });
    const reasons = allow
      ? await proposalReasons(privacy, await store.readStream(organizationStream(organizationId)))
      : new Map<string, string>();
    return waiting.map((one) => ({ ...one, why: reasons.get(one.proposalId) ?? '' }));
  }

  @GrpcMethod(SERVICE, 'GetOrganizationHistory')
  async getOrganizationHistory(
    request: rpc.GetOrganizationHistoryRequest,
    metadata: Metadata,
  ): Promise<rpc.GetOrganizationHistoryResponse> {
    const { organizationId } = request;
    if (!(await isKnownTo(this.ground.rows, organizationId, await this.grantPaths(callOf(metadata)))))
      throw refused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' });
    return histories.of(this.ground.store, organizationStream(organizationId), request, tellOrganization);
  }

  @GrpcMethod(SERVICE, 'GetOrganizationName')
  async getOrganizationName(
    { organizationId, on }: rpc.GetOrganizationNameRequest,
    metadata: Metadata,
  ): Promise<rpc.GetOrganizationNameResponse> {
    const call = callOf(metadata);
    const day = on === '' ? localDateOf(call.now) : on;
    if (!isCivilDay(day)) throw refused({ reason: 'DAY_INVALID', field: 'on' });
    const isKnown = await isKnownTo(this.ground.rows, organizationId, await this.grantPaths(call));
    const name = isKnown ? await nameOn(this.ground.rows, organizationId, day) : undefined;
    if (!name) throw refused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' });
    return name;
  }

  @GrpcMethod(SERVICE, 'GetOrganizationOn')
  async getOrganizationOn(
    { organizationId, on }: rpc.GetOrganizationOnRequest,
    metadata: Metadata,
  ): Promise<rpc.GetOrganizationOnResponse> {
    const { rows, store } = this.ground;
    if (!isCivilDay(on)) throw refused({ reason: 'DAY_INVALID', field: 'on' });
    const grantPaths = await this.grantPaths(callOf(metadata));
    // Of what is classified today nobody else learns what it was before.
    const found = (await isKnownTo(rows, organizationId, grantPaths)) && (await lookBack(store, organizationId, on));
    if (!found) throw refused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' });
    const seen = await namesOf(
      rows,
      found.above.map((one) => one.organizationId),
      grantPaths,
    );
    return organizationOnMessage(found, new Set(seen.map((one) => one.organizationId)));
  }

  @GrpcMethod(SERVICE, 'GetOrganizationNames')
  async getOrganizationNames(
    { organizationIds }: rpc.GetOrganizationNamesRequest,
    metadata: Metadata,
  ): Promise<rpc.GetOrganizationNamesResponse> {
    if (organizationIds.length > NAMES_MAX)
      throw refused({ reason: 'TOO_MANY_IDS', field: 'organizationIds', details: { idsMax: NAMES_MAX } });
    const grantPaths = await this.grantPaths(callOf(metadata));
    return { names: [...(await namesOf(this.ground.rows, organizationIds, grantPaths))] };
  }

  @GrpcMethod(SERVICE, 'ListOrganizations')
  async listOrganizations(
    request: rpc.ListOrganizationsRequest,
    metadata: Metadata,
  ): Promise<rpc.ListOrganizationsResponse> {
    const asked = lists.asked(request);
    const call = callOf(metadata);
    const grantPaths = await this.grantPaths(call);
    await this.known(request.underId, grantPaths);
    const { underId, parentId, direct, dissolvedToo } = request;
    const found = await organizationsOf(this.ground.rows, {
      ...{ ...asked, underId, parentId, direct, dissolvedToo, grantPaths },
      place: { ...asked.place, seen: call.afterPosition },
      kinds: wordsOf(request.kind, 'kind'),
      conditions: wordsOf(request.condition, 'condition'),
      levels: wordsOf(request.level, 'level'),
    });
    const { page, nextPageToken, counts } = lists.told(found, asked);
    return { organizations: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'CountOrganizations')
  async countOrganizations(
    { underId }: rpc.CountOrganizationsRequest,
    metadata: Metadata,
  ): Promise<rpc.CountOrganizationsResponse> {
    await this.known(underId, await this.grantPaths(callOf(metadata)));
    return { counts: await countsOf(this.ground.rows, underId) };
  }

  private async known(underId: string, grantPaths: readonly string[]): Promise<void> {
    if (underId !== '' && !(await isKnownTo(this.ground.rows, underId, grantPaths)))
      throw refused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'underId' });
  }

  private async grantPaths(call: CallContext): Promise<readonly string[]> {
    const grants = await this.ground.grantsFor(call);
    const now = this.ground.clock.now();
    return grants.filter((grant) => isInForce(grant, now)).map(({ organizationPath }) => organizationPath);
  }
}
