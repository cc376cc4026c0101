import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { decidedIdOf } from '../../application/decision-streams.ts';
import { DECISION_STREAMS, NAMING_STREAMS, ROUND_STREAMS, SHEET_STREAMS } from '../../application/streams.ts';
import type { DecisionFact } from '../../domain/decision/facts.ts';
import { isTakenFact, type TakenFact } from '../../domain/decision/taken-facts.ts';
import { dealRulesOf } from '../../domain/deal/deal-of.ts';
import type { NamingComputed, NamingFact } from '../../domain/naming/facts.ts';
import { phasesAfter } from '../../domain/round/later-phase.ts';
import { secondNotice } from '../../domain/round/decide-decision.ts';
import type { ReopeningFact } from '../../domain/round/reopening-facts.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { SheetFact } from '../../domain/sheet/facts.ts';
import { changeDecision, noMinutes } from './minutes-progress.ts';
import { divide, forgetParts } from './part-progress.ts';
import { changeSeat, changeSheet, reopenSeats } from './seat-progress.ts';

/** A naming stands here as a round does: it is decided like one. `series_id` is empty for rounds. What each state waits for is a question's matter; here stands only how far it is. */
const TABLES = `
  create table if not exists round_progress (
    round_id text primary key,
    edition_id text not null,
    series_id text not null default '',
    committee_id text not null,
    phase text not null,
    second_notice boolean not null,
    state text not null,
    opens_at text not null,
    closes_at text not null,
    notice_until text not null,
    outdated boolean not null default false,
    goes_on boolean not null default false,
    -- Equal ones of whom the body has not chosen yet who goes on.
    edge_open boolean not null default false,
    -- Entries are dealt out among the seats, and were not yet.
    deal_waits boolean not null default false,
    commends boolean not null default true,
    -- What units make known themselves of what they decided.
    makers text[] not null default '{}',
    -- The office that begins the notice, where it is not the committee's own.
    publisher text not null default '',
    -- Where meetings of branches recommend, their secretaries put forward.
    by_secretary boolean not null default false,
    -- The round whose part a unit's committee decides over; empty for a round. A part stands here as a round does.
    part_of text not null default ''
  );
  create index if not exists round_progress_part on round_progress (part_of) where part_of <> '';
  create table if not exists round_proposal (
    proposal_id text primary key,
    round_id text not null,
    act text not null,
    unsealed boolean not null,
    proposed_by text not null,
    role text not null,
    position bigint not null,
    seat_ids text[] not null default '{}'
  );
  create table if not exists reopening_request (
    request_id text primary key,
    round_id text not null,
    seat_id text not null,
    person_id text not null
  );
  create index if not exists reopening_request_round on reopening_request (round_id);
  create index if not exists round_proposal_round on round_proposal (round_id);
  create table if not exists seat_progress (
    round_id text not null,
    seat_id text not null,
    person_id text not null,
    state text not null,
    primary key (round_id, seat_id)
  );
  create index if not exists seat_progress_person on seat_progress (person_id) where state = 'waiting';
  create table if not exists minutes_waiting (
    decision_id text not null,
    round_id text not null,
    committee_id text not null,
    edition_id text not null,
    person_id text not null,
    attested boolean not null,
    primary key (decision_id, person_id)
  );
  create index if not exists minutes_waiting_person on minutes_waiting (person_id) where not attested;
  create index if not exists minutes_waiting_round on minutes_waiting (round_id);
`;

/** `divided`: committees of units decide, and each part stands by itself. */
type State = 'open' | 'closed' | 'tallied' | 'divided' | 'minuted' | 'decided' | 'proposed' | 'commended' | 'annulled';

const stand = (rows: ProjectedRows, roundId: string, state: State, closesAt?: string): void =>
  rows.write('update round_progress set state = $2, closes_at = coalesce($3, closes_at) where round_id = $1', [
    roundId,
    state,
    closesAt ?? null,
  ]);

/** What was proposed before the latest opening, closing, result or decision has lapsed (`domain/round/lapsing.ts`). */
const lapse = (rows: ProjectedRows, roundId: string): void =>
  rows.write('delete from round_proposal where round_id = $1', [roundId]);

const prepare = (rows: ProjectedRows, { data }: Extract<RoundFact, { type: 'RoundPrepared.v1' }>): void => {
  const { roundId, editionId, committeeId, phase, tables } = data;
  rows.write(
    `insert into round_progress (round_id, edition_id, committee_id, phase, second_notice, goes_on, commends, deal_waits, makers, by_secretary, publisher, state, opens_at, closes_at, notice_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'prepared', '', '', '')
     on conflict (round_id) do update set second_notice = excluded.second_notice, goes_on = excluded.goes_on,
       commends = excluded.commends, deal_waits = excluded.deal_waits, makers = excluded.makers,
       by_secretary = excluded.by_secretary, publisher = excluded.publisher`,
    [
      ...[roundId, editionId, committeeId, phase],
      ...[secondNotice(tables) !== null, phasesAfter(tables, phase).length > 0],
      tables.outcome.some(({ gives }) => gives !== 'recommendation'),
      dealRulesOf(data) !== undefined,
      tables.makers ?? [],
      tables.forwards === 'secretary',
      tables.publisher ?? '',
    ],
  );
};

/** A result, a decision, its annulment, the end: nobody attests or carries out what was about the state before. */
const moveOn = (rows: ProjectedRows, roundId: string, state: State): void => {
  lapse(rows, roundId);
  noMinutes(rows, roundId);
  stand(rows, roundId, state);
};

/** A request is answered by the reopening of its seat, and waits no longer once its seat is left or the body has decided. */
const settleRequests = (rows: ProjectedRows, roundId: string, seatIds: readonly string[] | null): void =>
  rows.write(
    'delete from reopening_request where round_id = $1 and ($2::text[] is null or seat_id = any($2::text[]))',
    [roundId, seatIds],
  );

const changeRequests = (rows: ProjectedRows, { type, data }: ReopeningFact): void => {
  const { requestId, roundId, seatId, personId } = data;
  if (type === 'ReopeningRequested.v1')
    return rows.write(
      'insert into reopening_request (request_id, round_id, seat_id, person_id) values ($1, $2, $3, $4)',
      [...[requestId, roundId, seatId, personId]],
    );
  return rows.write('delete from reopening_request where request_id = $1', [requestId]);
};

const changeTaken = (rows: ProjectedRows, fact: TakenFact): void => {
  const roundId = decidedIdOf(fact.data.roundId, fact.data.unitId);
  switch (fact.type) {
    case 'DecisionTaken.v1':
      settleRequests(rows, fact.data.roundId, null);
      return moveOn(rows, roundId, 'decided');
    case 'DecisionAnnulled.v1':
      return moveOn(rows, roundId, 'tallied');
    case 'ProposalPublished.v1':
      rows.write('update round_progress set notice_until = $2 where round_id = $1', [roundId, fact.data.endsAt]);
      return stand(rows, roundId, 'proposed');
    case 'CircularIssued.v1':
      return stand(rows, roundId, 'commended');
    case 'ObjectionHeard.v1':
    case 'ObjectionAnswered.v1':
      return undefined;
  }
};

/** A list computed anew is to be decided anew: minutes over the one before are attested by nobody. */
const compute = (rows: ProjectedRows, { data }: NamingComputed): void => {
  const { roundId, editionId, seriesId, committeeId, notice } = data;
  noMinutes(rows, roundId);
  rows.write(`delete from round_proposal where round_id = $1 and act = 'CorrectNaming'`, [roundId]);
  rows.write(
    `insert into round_progress (round_id, edition_id, series_id, committee_id, phase, second_notice, state, opens_at, closes_at, notice_until)
     values ($1, $2, $3, $4, '', $5, 'tallied', '', '', '')
     on conflict (round_id) do update set second_notice = excluded.second_notice, state = 'tallied', notice_until = '', outdated = false`,
    [roundId, editionId, seriesId, committeeId, notice !== null],
  );
};

const changeNaming = (rows: ProjectedRows, fact: NamingFact, { position }: ProjectedEvent): void => {
  if (isTakenFact(fact)) return changeTaken(rows, fact);
  const { roundId } = fact.data;
  switch (fact.type) {
    case 'NamingComputed.v1':
      return compute(rows, fact);
    case 'NamingCorrected.v1':
      return noMinutes(rows, roundId);
    case 'NamingOutdated.v1':
      return rows.write('update round_progress set outdated = true where round_id = $1', [roundId]);
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role } = fact.data;
      return rows.write('insert into round_proposal values ($1, $2, $3, $4, $5, $6, $7)', [
        ...[proposalId, roundId, act, false, proposedBy, role, position],
      ]);
    }
    case 'SubjectsLookedAt.v1':
    case 'ProposalRejected.v1':
      return undefined;
  }
};

const leaveOpen = (rows: ProjectedRows, roundId: string, isOpen: boolean): void =>
  rows.write('update round_progress set edge_open = $2 where round_id = $1', [roundId, isOpen]);

const changeRound = (rows: ProjectedRows, fact: RoundFact, { position }: ProjectedEvent): void => {
  if (isTakenFact(fact)) return changeTaken(rows, fact);
  const { roundId } = fact.data;
  switch (fact.type) {
    case 'RoundPrepared.v1':
      return prepare(rows, fact);
    case 'WindowSet.v1':
      return rows.write(
        `update round_progress set opens_at = $2, closes_at = case when state in ('prepared', 'open') then $3 else closes_at end where round_id = $1`,
        [roundId, fact.data.opensAt, fact.data.closesAt],
      );
    case 'RoundOpened.v1':
      lapse(rows, roundId);
      return stand(rows, roundId, 'open', fact.data.closesAt);
    case 'RoundReopened.v1':
      lapse(rows, roundId);
      reopenSeats(rows, roundId, fact.data.seatIds);
      settleRequests(rows, roundId, fact.data.seatIds);
      return stand(rows, roundId, 'open', fact.data.until);
    case 'SeatVacated.v1':
    case 'SeatExcused.v1':
      settleRequests(rows, roundId, [fact.data.seatId]);
      return changeSeat(rows, fact);
    case 'EntriesDealt.v1':
      return rows.write('update round_progress set deal_waits = false where round_id = $1', [roundId]);
    case 'SeatAssigned.v1':
      return changeSeat(rows, fact);
    case 'RoundClosed.v1':
      return stand(rows, roundId, 'closed');
    case 'SheetsOpened.v1':
      return lapse(rows, roundId);
    // The first of them is when somebody could have seen a score: what was proposed before has lapsed.
    case 'MarksOpened.v1':
      return rows.write('delete from round_proposal where round_id = $1 and not unsealed', [roundId]);
    case 'ResultComputed.v1':
      forgetParts(rows, roundId);
      moveOn(rows, roundId, fact.data.parts === undefined ? 'tallied' : 'divided');
      divide(rows, fact);
      return leaveOpen(rows, roundId, fact.data.edges !== undefined);
    case 'GoingOnChosen.v1':
      return leaveOpen(rows, roundId, false);
    case 'RoundAnnulled.v1':
      settleRequests(rows, roundId, null);
      forgetParts(rows, roundId);
      return moveOn(rows, roundId, 'annulled');
    case 'ActProposed.v1': {
      const { proposalId, act, asOf, proposedBy, role, terms } = fact.data;
      const seatIds = terms.act === 'ReopenRound' ? terms.seatIds : [];
      return rows.write('insert into round_proposal values ($1, $2, $3, $4, $5, $6, $7, $8)', [
        ...[proposalId, roundId, act, asOf.unsealed, proposedBy, role, position, seatIds],
      ]);
    }
    case 'ReopeningRequested.v1':
    case 'ReopeningRequestWithdrawn.v1':
    case 'ReopeningDeclined.v1':
      return changeRequests(rows, fact);
    default:
      return undefined;
  }
};

/** How far each round and each seat is, what is proposed about it, and who has minutes to attest: what people's work is told from. */
export const workProjection: Projection = {
  name: 'rounds-work',
  version: 10,
  tables: TABLES,
  tableNames: ['round_progress', 'round_proposal', 'reopening_request', 'seat_progress', 'minutes_waiting'],
  source: { kind: 'log', streamPrefixes: [ROUND_STREAMS, NAMING_STREAMS, SHEET_STREAMS, DECISION_STREAMS] },
  apply: async (rows, event) => {
    if (event.stream.startsWith(DECISION_STREAMS)) {
      changeDecision(rows, { type: event.type, data: event.data } as DecisionFact);
      return;
    }
    if (event.stream.startsWith(SHEET_STREAMS)) {
      changeSheet(rows, { type: event.type, data: event.data } as SheetFact);
      return;
    }
    const fact = { type: event.type, data: event.data } as RoundFact | NamingFact;
    const settled = 'proposalId' in fact.data && fact.type !== 'ActProposed.v1' ? fact.data.proposalId : null;
    if (settled !== null) rows.write('delete from round_proposal where proposal_id = $1', [settled]);
    if (event.stream.startsWith(NAMING_STREAMS)) changeNaming(rows, fact as NamingFact, event);
    else changeRound(rows, fact as RoundFact, event);
  },
};
