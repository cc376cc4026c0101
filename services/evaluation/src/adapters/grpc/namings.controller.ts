import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/naming_service';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { correctNaming } from '../../application/correct-naming.ts';
import { computeNaming, namingProgramme, seriesRecords } from '../../application/compute-naming.ts';
import type { Decisions } from '../../application/decisions.ts';
import { namingIdOf } from '../../application/decision-streams.ts';
import type { Name } from '../../application/ports.ts';
import { shownOrganizations } from '../../application/shown-to-everybody.ts';
import { namingStream } from '../../application/streams.ts';
import { isListed, namedEntries } from '../../domain/naming/decidable-naming.ts';
import type { LookedAt } from '../../domain/naming/facts.ts';
import { lookAt } from '../../domain/naming/look-at.ts';
import type { ComputedNaming, Naming } from '../../domain/naming/state.ts';
import { DECISIONS } from './decisions-token.ts';
import { LOOKED_AT_SORTS, lookedAtList } from './held-lists.ts';

const SERVICE = 'NamingService';

const lists = listsOf('ListLookedAt', LOOKED_AT_SORTS);

type Names = Readonly<Record<string, Name>>;

const recordMessage = (subject: LookedAt, names: Names): rpc.PacesetterRecord => ({
  organizationId: subject.organizationId,
  nameZh: names[subject.organizationId]?.zh ?? '',
  nameEn: names[subject.organizationId]?.en ?? '',
  yearsDeclared: subject.declared,
  yearsFirstPrize: subject.firstPrizes.map(({ year }) => year),
  qualifies: subject.readings.filter((one) => one.in).map(({ reading }) => reading),
});

const putRightOf = (naming: Naming, { organizationId }: LookedAt): string =>
  naming.kind === 'absent'
    ? ''
    : (naming.corrections.findLast((one) => one.organizationId === organizationId)?.change ?? '');

const lookedAtMessage = (naming: Naming, subject: LookedAt, names: Names): rpc.LookedAt => ({
  listed: naming.kind === 'computed' && isListed(naming, subject),
  putRight: putRightOf(naming, subject),
  organizationId: subject.organizationId,
  nameZh: names[subject.organizationId]?.zh ?? '',
  nameEn: names[subject.organizationId]?.en ?? '',
  lineage: subject.lineage,
  mergedInto: subject.mergedInto ?? '',
  yearsDeclared: subject.declared,
  yearsFirstPrize: subject.firstPrizes.map(({ year }) => year),
  readings: subject.readings.map(({ reading, in: isIn, reasons }) => ({
    reading,
    in: isIn,
    reasons: reasons.map(({ reason, years }) => ({ reason, years })),
  })),
});

const decisionMessage = (
  { latest, taken }: ComputedNaming,
  shown: ReadonlySet<string>,
): rpc.NamingDecision | undefined => {
  if (taken.kind === 'undecided') return undefined;
  const { decisionId, minutesNumber, meetingOn, awards } = taken.decision;
  const { reading, firstYear, lastYear } = latest;
  return {
    reading,
    firstYear,
    lastYear,
    decisionId,
    minutesNumber,
    meetingOn,
    organizationIds: awards.map(({ holder }) => holder.id).filter((id) => shown.has(id)),
    documentNumber: taken.kind === 'commended' ? taken.circular.documentNumber : '',
  };
};

type Latest = Omit<rpc.GetNamingResponse, 'roundId' | 'years' | 'records'>;

/** The latest list, and what was decided over it. */
const latestMessage = (naming: Naming, shown: ReadonlySet<string>): Latest => {
  if (naming.kind === 'absent')
    return {
      ...{ decision: undefined, resultHash: '', reading: '', outdatedBy: [] },
      ...{ grades: [], secondNotice: false, listedIds: [], asOf: '', corrections: 0 },
    };
  const { reading, outcome, notice, asOf = '' } = naming.latest;
  const { listHash: resultHash, outdatedBy, corrections } = naming;
  return {
    ...{ decision: decisionMessage(naming, shown), resultHash, reading, outdatedBy, asOf },
    corrections: corrections.length,
    grades: outcome.map(({ id, zh, en }) => ({ grade: id, gradeZh: zh, gradeEn: en })),
    secondNotice: notice !== null,
    listedIds: namedEntries(naming)
      .map(({ entryId }) => entryId)
      .filter((id) => shown.has(id)),
  };
};

/** Namings over a series: the list, and what was named. Minutes, attestations and circular are the decisions’ own. */
@Controller()
export class NamingsController {
  private readonly decisions: Decisions;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.decisions = decisions;
  }

  @GrpcMethod(SERVICE, 'ComputeNaming')
  async computeNaming(request: rpc.ComputeNamingRequest, metadata: Metadata): Promise<rpc.ComputeNamingResponse> {
    const { roundId, handled } = await computeNaming(this.decisions)(request, callOf(metadata));
    const receipt = receiptOf(handled);
    const naming = await this.naming(request.seriesId);
    return { receipt, roundId, resultHash: naming.kind === 'computed' ? naming.listHash : '' };
  }

  @GrpcMethod(SERVICE, 'GetNaming')
  async getNaming({ seriesId, templateHash }: rpc.GetNamingRequest): Promise<rpc.GetNamingResponse> {
    const naming = await this.naming(seriesId);
    const { years, subjects } = naming.kind === 'computed' ? listed(naming) : await this.soFar(seriesId, templateHash);
    const shown = await shownOrganizations(this.decisions, subjects);
    const steady = shown.filter(({ declared, mergedInto }) => mergedInto === null && declared.length === years.length);
    const names = await this.decisions.known.names(steady.map(({ organizationId }) => organizationId));
    return {
      roundId: namingIdOf(seriesId),
      years,
      records: steady.map((subject) => recordMessage(subject, names)),
      ...latestMessage(naming, new Set(shown.map(({ organizationId }) => organizationId))),
    };
  }

  @GrpcMethod(SERVICE, 'ListLookedAt')
  async listLookedAt(request: rpc.ListLookedAtRequest): Promise<rpc.ListLookedAtResponse> {
    const asked = lists.asked(request);
    const naming = await this.naming(request.seriesId);
    const subjects = await shownOrganizations(this.decisions, naming.kind === 'computed' ? naming.subjects : []);
    const names = await this.decisions.known.names(subjects.map(({ organizationId }) => organizationId));
    const all = subjects.map((subject) => lookedAtMessage(naming, subject, names));
    const { search } = asked;
    const sought = search === undefined ? all : all.filter((one) => isFoundBy([one.nameZh, one.nameEn], search));
    const { page, nextPageToken, counts } = lists.told(listHeld(sought, lookedAtList(request), asked), asked);
    return { subjects: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ProposeCorrection')
  async proposeCorrection(
    request: rpc.ProposeCorrectionRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeCorrectionResponse> {
    const { proposalId, handled } = await correctNaming(this.decisions).propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CorrectNaming')
  async correctNaming(request: rpc.CorrectNamingRequest, metadata: Metadata): Promise<rpc.CorrectNamingResponse> {
    return { receipt: receiptOf(await correctNaming(this.decisions).carryOut(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectCorrection')
  async rejectCorrection(
    request: rpc.RejectCorrectionRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectCorrectionResponse> {
    return { receipt: receiptOf(await correctNaming(this.decisions).reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListCorrections')
  async listCorrections({ seriesId }: rpc.ListCorrectionsRequest): Promise<rpc.ListCorrectionsResponse> {
    return { corrections: [...(await correctNaming(this.decisions).shown(seriesId))] };
  }

  private async naming(seriesId: string): Promise<Naming> {
    return (await this.decisions.handleNaming.stateOf(namingStream(namingIdOf(seriesId)))).state;
  }

  /** Before the first list: what the commended years would give by this template; by none, the years alone. */
  private async soFar(
    seriesId: string,
    templateHash: string,
  ): Promise<Readonly<{ years: readonly number[]; subjects: readonly LookedAt[] }>> {
    const { known } = this.decisions;
    const committeeId = (await known.series(seriesId))?.committeeId ?? '';
    const programme =
      templateHash === ''
        ? undefined
        : await namingProgramme(this.decisions, committeeId, { templateHash, parameters: {} });
    if (programme?.kind === 'refused') throw refused(programme.refusal);
    const firstPrize = programme?.tables.firstPrize ?? '';
    const [records, successors] = await Promise.all([
      seriesRecords(this.decisions, seriesId, firstPrize),
      known.successors(),
    ]);
    const commended = records.filter(({ state }) => state === 'commended');
    const years = commended.map(({ year }) => year);
    return { years, subjects: programme === undefined ? [] : lookAt(commended, successors) };
  }
}

const listed = ({ latest, subjects }: ComputedNaming) => ({
  years: latest.editions.filter(({ state }) => state === 'commended').map(({ year }) => year),
  subjects,
});
