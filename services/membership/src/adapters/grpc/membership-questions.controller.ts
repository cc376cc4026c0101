import type { Metadata } from '@grpc/grpc-js';
import { decide } from '@jiangong/access';
import type * as rpc from '@jiangong/contracts/jiangong/membership/v1/questions';
import { type Ground, historiesOf, isKey, listsOf, pagesOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { type PersonOrders, personOrders } from '../../application/person-orders.ts';
import { tellPerson } from '../../application/person-history.ts';
import { personStream } from '../../application/person-stream.ts';
import { type GrantHeld, hasNotEnded, isInForce as counts } from '../../domain/grant.ts';
import { ENDS_ALL } from '../../domain/membership-stage.ts';
import type { ProposedCorrection, Registered, ScheduledAct } from '../../domain/person.ts';
import { PEOPLE_SORTS, peopleUnder } from '../postgres/people-list.ts';
import { NAMES_MAX, namesOf, placeOf } from '../postgres/people-questions.ts';
import { roleHolders } from '../postgres/role-questions.ts';

const SERVICE = 'MembershipService';

const histories = historiesOf('GetPersonHistory');
const lists = listsOf('ListPeople', PEOPLE_SORTS);
const holderPages = pagesOf('ListRoleHolders', isKey);

const grantOut = ({ until, grantedBy, endedBecause, ...grant }: GrantHeld): rpc.Grant => ({
  ...grant,
  until: until ?? undefined,
  grantedBy: grantedBy ?? '',
  endedBecause: endedBecause ?? '',
});

const correctionOut = ({ terms, ...proposal }: ProposedCorrection): rpc.Correction => ({
  ...proposal,
  stage: terms.to?.stage ?? '',
  since: terms.to?.since ?? '',
});

const scheduledOut = ({ terms, prose: _prose, ...act }: ScheduledAct): rpc.ScheduledAct => ({
  ...act,
  keeps: [...act.keeps],
  ends: [...act.ends],
  act: terms.act,
  kind: terms.act === 'RecordExit' ? terms.kind : '',
  organizationId: terms.act === 'MovePerson' ? terms.organizationId : '',
});

const byId = (grants: readonly GrantHeld[]): rpc.Grant[] =>
  grants.map(grantOut).toSorted((a, b) => (a.grantId < b.grantId ? -1 : 1));

/** Questions about people. One person is read from the stream, lists from the read model. */
@Controller()
export class MembershipQuestionsController {
  private readonly ground: Ground;
  private readonly people: PersonOrders;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
    this.people = personOrders(ground);
  }

  @GrpcMethod(SERVICE, 'GetPerson')
  async getPerson({ personId }: rpc.GetPersonRequest): Promise<rpc.GetPersonResponse> {
    const { person, revision } = await this.registered(personId);
    const { organizationId, personal, membership, held, erasure, grants, proposals, scheduled } = person;
    const { name, idNumber = '', phone = '', birthDate = '', sex = '' } = personal;
    const probation = membership.stage === 'probationary' ? membership : undefined;
    return {
      personId,
      organizationId,
      ...{ name, idNumber, phone, birthDate, sex },
      stage: membership.stage,
      stageSince: membership.stage === 'none' ? '' : membership.since,
      probationEndsOn: probation?.endsOn,
      probationExtended: probation?.extended ?? false,
      grants: byId(grants.filter((grant) => hasNotEnded(grant, this.ground.clock.now()))),
      corrections: proposals.map(correctionOut),
      scheduled: scheduled === null ? undefined : scheduledOut(scheduled),
      held,
      erasureRequested: erasure !== null,
      erasureRequestedBy: erasure?.requestedBy ?? '',
      erasureWhy: erasure?.why ?? '',
      revision,
    };
  }

  @GrpcMethod(SERVICE, 'GetCorrections')
  async getCorrections({ personId }: rpc.GetCorrectionsRequest): Promise<rpc.GetCorrectionsResponse> {
    const { membership, proposals } = (await this.registered(personId)).person;
    return {
      personId,
      stage: membership.stage,
      stageSince: membership.stage === 'none' ? '' : membership.since,
      corrections: proposals.map(correctionOut),
    };
  }

  @GrpcMethod(SERVICE, 'GetPersonHistory')
  async getPersonHistory(request: rpc.GetPersonHistoryRequest): Promise<rpc.GetPersonHistoryResponse> {
    await this.registered(request.personId);
    return histories.of(this.ground.store, personStream(request.personId), request, tellPerson);
  }

  @GrpcMethod(SERVICE, 'ListPeople')
  async listPeople(request: rpc.ListPeopleRequest): Promise<rpc.ListPeopleResponse> {
    const asked = lists.asked(request);
    const { organizationId, stage } = request;
    const found = await peopleUnder(this.ground.rows, this.ground.privacy, {
      ...{ ...asked, organizationId },
      stages: wordsOf(stage, 'stage'),
    });
    const { page, nextPageToken, counts } = lists.told(found, asked);
    return {
      people: page.map((line) => ({ ...line, probationEndsOn: line.probationEndsOn ?? undefined })),
      nextPageToken,
      counts,
    };
  }

  @GrpcMethod(SERVICE, 'ListGrants')
  async listGrants({ personId }: rpc.ListGrantsRequest): Promise<rpc.ListGrantsResponse> {
    const { person } = await this.registered(personId);
    return { grants: byId(person.grants) };
  }

  @GrpcMethod(SERVICE, 'ListRoleHolders')
  async listRoleHolders(request: rpc.ListRoleHoldersRequest): Promise<rpc.ListRoleHoldersResponse> {
    const asked = holderPages.asked(request);
    const { organizationId, subtree, ended, roles } = request;
    const of = { organizationId, subtree, ended, roles, now: this.ground.clock.now() };
    const found = await roleHolders(this.ground.rows, { ...of, afterId: asked.after ?? '', pageSize: asked.size });
    const { page, nextPageToken } = holderPages.page(found.rows, asked, ({ grantId }) => grantId);
    return { holders: [...page], nextPageToken, total: found.total, roles: [...found.roles] };
  }

  @GrpcMethod(SERVICE, 'GetPeopleNames')
  async getPeopleNames(
    { personIds }: rpc.GetPeopleNamesRequest,
    metadata: Metadata,
  ): Promise<rpc.GetPeopleNamesResponse> {
    if (personIds.length > NAMES_MAX)
      throw refused({ reason: 'TOO_MANY_IDS', field: 'personIds', details: { idsMax: NAMES_MAX } });
    const call = callOf(metadata);
    const { caller: subject, now } = call;
    const grants = await this.ground.grantsFor(call);
    const mayName = (personId: string, organizationPath: string): boolean =>
      decide({
        ...{ subject, grants, now },
        action: 'person.read-names',
        resource: { organizationPath, concerns: [personId] },
      }).allow;
    const found = await namesOf(this.ground.rows, this.ground.privacy, { personIds, mayName });
    return { names: found.map(({ personId, name }) => ({ personId, name })) };
  }

  @GrpcMethod(SERVICE, 'GetInvitee')
  async getInvitee({ personId }: rpc.GetInviteeRequest): Promise<rpc.GetInviteeResponse> {
    const place = await placeOf(this.ground.rows, personId);
    if (!place) throw refused({ reason: 'PERSON_NOT_FOUND', field: 'personId' });
    if (place.erased) throw refused({ reason: 'PERSON_ERASED', field: 'personId' });
    if (ENDS_ALL.some((stage) => stage === place.stage))
      throw refused({ reason: 'PERSON_EXITED', field: 'personId', details: { stage: place.stage } });
    return { personId };
  }

  @GrpcMethod(SERVICE, 'GetMe')
  async getMe(_request: rpc.GetMeRequest, metadata: Metadata): Promise<rpc.GetMeResponse> {
    const personId = callOf(metadata).caller.personId ?? '';
    const { person } = await this.registered(personId);
    const { organizationId, personal, membership } = person;
    const { stage } = membership;
    if (ENDS_ALL.includes(stage)) throw refused({ reason: 'PERSON_EXITED', details: { stage } });
    return { personId, name: personal.name, organizationId, stage, grants: this.inForce(person) };
  }

  private inForce({ grants }: Registered): rpc.Grant[] {
    const now = this.ground.clock.now();
    return byId(grants.filter((grant) => counts(grant, now)));
  }

  private async registered(personId: string): Promise<Readonly<{ person: Registered; revision: number }>> {
    const { person, revision } = await this.people.read(personId);
    if (person.kind === 'absent') throw refused({ reason: 'PERSON_NOT_FOUND', field: 'personId' });
    if (person.kind === 'erased') throw refused({ reason: 'PERSON_ERASED', field: 'personId' });
    return { person, revision };
  }
}
