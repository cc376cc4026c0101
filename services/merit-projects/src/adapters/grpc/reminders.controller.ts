import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/reminders';
import { type HeldList, listHeld } from '@jiangong/read-models';
import { listsOf, wordsOf } from '@jiangong/service-host';
import { callOf } from '@jiangong/service-host/nest';
import { isFoundBy, sortKeyOf } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import type { LateNominator } from '../../application/remind-nominators.ts';
import { reminderKey } from '../../domain/reminders/reminders.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const LATE_SORTS = ['due', 'name', 'reminded'] as const;
const lateLists = listsOf('ListLateNominators', LATE_SORTS);

const lateList = (act: string): HeldList<LateNominator, (typeof LATE_SORTS)[number]> => ({
  idOf: reminderKey,
  sorts: { due: ({ dueAt }) => dueAt, name: ({ name }) => sortKeyOf(name), reminded: ({ remindedAt }) => remindedAt },
  facets: { act: { of: (one) => one.act, words: wordsOf(act, 'act') } },
});

/** Nominators from whom something is awaited, and the officers' reminders to them. */
@Controller()
export class RemindersController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'ListLateNominators')
  async listLateNominators(
    request: rpc.ListLateNominatorsRequest,
    metadata: Metadata,
  ): Promise<rpc.ListLateNominatorsResponse> {
    const asked = lateLists.asked(request);
    const all = await this.useCases.reminders.late(request.editionId, callOf(metadata).now);
    const { search } = asked;
    const sought = search === undefined ? all : all.filter(({ name }) => isFoundBy([name], search));
    const { page, nextPageToken, counts } = lateLists.told(listHeld(sought, lateList(request.act), asked), asked);
    return { nominators: page.map(({ name: _name, ...one }) => one), nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'RemindNominators')
  async remindNominators(
    request: rpc.RemindNominatorsRequest,
    metadata: Metadata,
  ): Promise<rpc.RemindNominatorsResponse> {
    const { reminding, position } = await this.useCases.reminders.remind(request, callOf(metadata));
    const reached = request.dryRun ? 'would-be-reminded' : 'reminded';
    return {
      outcomes: reminding.map(({ nominatorId, skipped }) => ({ nominatorId, outcome: skipped ?? reached })),
      position,
    };
  }
}
