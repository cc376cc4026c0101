import type { Metadata } from '@grpc/grpc-js';
import type { Grant } from '@jiangong/access';
import type { ListWorkRequest, ListWorkResponse } from '@jiangong/contracts/jiangong/work/v1/work_service';
import type { CallContext, Ground } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import type { Rows } from '@jiangong/read-models';
import { together } from '@jiangong/read-models/postgres';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { listWork } from '../../application/work/list-work.ts';
import type { Present } from '../../application/work/work-knowledge.ts';
import type { Ballots } from '../../application/ballots.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { listsToFill, type ToFill } from '../../application/lists-to-fill.ts';
import { ballotWork } from '../../application/work/ballot-work.ts';
import { codeWork } from '../../application/work/code-work.ts';
import { fillingWork } from '../../application/work/filling-work.ts';
import { type Pending, pendingIn, pendingWork } from '../../application/work/pending-work.ts';
import { roundsForCodes } from '../postgres/code-work-questions.ts';
import { listCounts, listPlaces, openRoundsWithLists } from '../postgres/checklist-questions.ts';
import { editionTitles, pendingRounds, workKnowledge } from '../postgres/work-questions.ts';
import { ownBallots } from './ballots.controller.ts';
import { BALLOTS } from './ballots-token.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

/** What waits for the caller in rounds and minutes. */
@Controller()
export class WorkController {
  private readonly ground: Ground;
  private readonly ballots: Ballots;
  private readonly evaluation: Evaluation;

  constructor(
    @Inject(GROUND) ground: Ground,
    @Inject(BALLOTS) ballots: Ballots,
    @Inject(EVALUATION) evaluation: Evaluation,
  ) {
    this.ground = ground;
    this.ballots = ballots;
    this.evaluation = evaluation;
  }

  @GrpcMethod('WorkService', 'ListWork')
  async listWork(_request: ListWorkRequest, metadata: Metadata): Promise<ListWorkResponse> {
    const call = callOf(metadata);
    const { caller, now } = call;
    const personId = caller.personId ?? '';
    const grants = await this.ground.grantsFor(call);
    // Asked in one turn, they go to the database together.
    const rows = together(this.ground.rows);
    const knowledge = workKnowledge(rows);
    const present = knowledge.present(personId);
    const where = async <T>(what: keyof Present, ask: () => Promise<readonly T[]>): Promise<readonly T[]> =>
      (await present)[what] ? ask() : [];
    const paths = grants.map(({ organizationPath }) => organizationPath);
    const [told, mine, lists, codes, pending] = await Promise.all([
      listWork({ ...knowledge, present: () => present }, { personId, grants, now }),
      where('ballots', () => ownBallots(this.ballots, call)),
      where('lists', () => this.toFill(rows, grants, call)),
      where('codes', () => roundsForCodes(rows, paths)),
      where('pending', () => this.pending(rows, grants, call)),
    ]);
    const titles = await editionTitles(this.ground.rows, [
      ...mine.map(({ ballot }) => ballot.editionId),
      ...lists.map(({ round }) => round.editionId),
    ]);
    const asker = { personId, grants, now };
    const waiting = [...pendingWork(pending, asker), ...codeWork(codes, asker)];
    return { ...told, items: [...told.items, ...waiting, ...ballotWork(mine, titles), ...fillingWork(lists, titles)] };
  }

  private async pending(asked: Rows, grants: readonly Grant[], call: CallContext): Promise<readonly Pending[]> {
    const paths = grants.map(({ organizationPath }) => organizationPath);
    const ask = pendingIn(this.evaluation);
    return Promise.all((await pendingRounds(asked, paths, call.caller.personId ?? '')).map((line) => ask(line, call)));
  }

  private async toFill(asked: Rows, grants: readonly Grant[], call: CallContext): Promise<readonly ToFill[]> {
    const { rows } = this.ground;
    const ask = listsToFill(this.evaluation, {
      counts: (roundId) => listCounts(rows, roundId),
      places: (roundId) => listPlaces(rows, roundId),
    });
    const found = await openRoundsWithLists(asked, {
      paths: grants.map(({ organizationPath }) => organizationPath),
      personId: call.caller.personId ?? '',
    });
    const rounds = await Promise.all(
      found.map(async (roundId) => preparedRound((await this.evaluation.readRound(roundId)).round)),
    );
    return (await Promise.all(rounds.map((round) => ask(round, grants, call)))).flat();
  }
}
