import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/rolls';
import { type HeldList, listHeld } from '@jiangong/read-models';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy, sortKeyOf } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { type RolledSubject, rolledSubjects } from '../../application/rolled-subjects.ts';
import type { RollShown } from '../../application/rolls.ts';
import { judgedRoll } from '../../domain/roll/needs.ts';
import type { OnRoll } from '../../domain/roll/facts.ts';
import { countsOf, isByOffice, standingOn } from '../../domain/roll/state.ts';
import { reasonsOn } from '../postgres/roll-reasons.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const ROLL_SORTS = ['name', 'cause'] as const;
const rollLists = listsOf('ListRoll', ROLL_SORTS);

const rollList = ({ standing, cause }: rpc.ListRollRequest): HeldList<RolledSubject, (typeof ROLL_SORTS)[number]> => ({
  idOf: ({ track, subjectId }) => `${track}/${subjectId}`,
  sorts: { name: ({ name }) => sortKeyOf(name), cause: (one) => one.cause },
  facets: {
    standing: { of: (one) => one.standing, words: wordsOf(standing, 'standing') },
    cause: { of: (one) => one.cause, words: wordsOf(cause, 'cause') },
  },
});

/** Reasons that somebody gave. */
const PUT_RIGHT: readonly string[] = ['included', 'excluded'];

/** Also of what the office has not counted yet. */
const totalsOf = ({ roll, rule }: RollShown, standing: Iterable<OnRoll>): rpc.RollTotal[] => {
  const counts = countsOf(standing, rule, roll.counted);
  return rule.wholes.map((whole) => {
    const found = counts.find(({ trackId }) => trackId === whole.trackId);
    const isCounted = found !== undefined;
    return { track: whole.trackId ?? '', count: found?.count ?? 0, byOffice: isByOffice(whole), isCounted };
  });
};

/** Who stands on an edition's roll, and what the office puts right on it. */
@Controller()
export class RollsController {
  private readonly useCases: MeritProjects;
  private readonly ground: Ground;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects, @Inject(GROUND) ground: Ground) {
    this.useCases = useCases;
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'ListRoll')
  async listRoll(request: rpc.ListRollRequest): Promise<rpc.ListRollResponse> {
    const asked = rollLists.asked(request);
    const shown = await this.useCases.rolls.show(request.editionId);
    if (shown === undefined) throw refused({ reason: 'NO_ROLL', field: 'editionId' });
    const { rule } = shown;
    const { search } = asked;
    const all = rolledSubjects(shown);
    const sought = search === undefined ? all : all.filter(({ name }) => isFoundBy([name], search));
    const { page, nextPageToken, counts } = rollLists.told(listHeld(sought, rollList(request), asked), asked);
    const why = await reasonsOn(this.ground, request.editionId);
    const standing = standingOn(
      shown.roll,
      shown.roll.listedAsOf === null ? judgedRoll(shown.needs, shown.found).on : [],
    );
    return {
      ...{ asOf: rule.asOf, listsAt: rule.listsAt, enters: rule.enters, listed: shown.roll.listedAsOf !== null },
      totals: totalsOf(shown, standing.values()),
      subjects: page.map(({ name: _name, ...one }) => ({
        ...one,
        why: PUT_RIGHT.includes(one.cause) ? (why.get(`${one.track}/${one.subjectId}`) ?? '') : '',
      })),
      ...{ nextPageToken, counts },
    };
  }

  @GrpcMethod(SERVICE, 'ExcludeFromRoll')
  async excludeFromRoll(request: rpc.ExcludeFromRollRequest, metadata: Metadata): Promise<rpc.ExcludeFromRollResponse> {
    return { receipt: receiptOf(await this.useCases.rolls.exclude(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'IncludeInRoll')
  async includeInRoll(request: rpc.IncludeInRollRequest, metadata: Metadata): Promise<rpc.IncludeInRollResponse> {
    return { receipt: receiptOf(await this.useCases.rolls.include(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CountOnRoll')
  async countOnRoll(request: rpc.CountOnRollRequest, metadata: Metadata): Promise<rpc.CountOnRollResponse> {
    return { receipt: receiptOf(await this.useCases.rolls.count(request, callOf(metadata))) };
  }
}
