import type { ProjectedEvent, ProjectedRows } from '@jiangong/read-models';
import { type FactData, textOf } from './fact-data.ts';

/** What the inbox knows of posts beside what it needs for recipients: so that an exit shows what it leaves to do. */
export const DUTY_TABLES = `
  create table if not exists inbox_office (
    appointment_id text primary key,
    person_id text not null,
    organization_id text not null,
    office text not null,
    since text collate "C" not null
  );
  create index if not exists inbox_office_person on inbox_office (person_id);
  create table if not exists inbox_round (
    round_id text primary key,
    open boolean not null,
    filled_by text not null
  );
  create table if not exists inbox_left_seat (
    round_id text not null,
    person_id text not null,
    edition_id text not null,
    seat_id text not null,
    left_at text collate "C" not null,
    primary key (round_id, person_id)
  );
  create index if not exists inbox_left_seat_person on inbox_left_seat (person_id);
  create table if not exists inbox_edition_over (
    edition_id text primary key
  );
`;

export const DUTY_TABLE_NAMES = ['inbox_office', 'inbox_round', 'inbox_left_seat', 'inbox_edition_over'] as const;

const appointed = (rows: ProjectedRows, data: FactData): void =>
  rows.write(
    'insert into inbox_office values ($1, $2, $3, $4, $5) on conflict (appointment_id) do nothing',
    ['appointmentId', 'personId', 'organizationId', 'office', 'effectiveOn'].map((field) => textOf(data, field)),
  );

const relieved = (rows: ProjectedRows, data: FactData): void =>
  rows.write('delete from inbox_office where appointment_id = $1', [textOf(data, 'appointmentId')]);

/** What fills a round is told once, when it is prepared. */
const round =
  (open: boolean) =>
  (rows: ProjectedRows, data: FactData): void =>
    rows.write(
      'insert into inbox_round values ($1, $2, $3) on conflict (round_id) do update set open = excluded.open',
      [textOf(data, 'roundId'), open, textOf(data, 'filledBy')],
    );

/** A seat that somebody left waits for another: until the unit's seat is given again, or the same person sits again. */
const left = (rows: ProjectedRows, data: FactData, occurredAt: string): void =>
  rows.write('insert into inbox_left_seat values ($1, $2, $3, $4, $5) on conflict (round_id, person_id) do nothing', [
    ...['roundId', 'personId', 'editionId', 'seatId'].map((field) => textOf(data, field)),
    occurredAt,
  ]);

const taken = (rows: ProjectedRows, data: FactData): void =>
  rows.write('delete from inbox_left_seat where round_id = $1 and (seat_id = $2 or person_id = $3)', [
    ...['roundId', 'seatId', 'personId'].map((field) => textOf(data, field)),
  ]);

const excused = (rows: ProjectedRows, data: FactData): void =>
  rows.write('delete from inbox_left_seat where round_id = $1 and person_id = $2', [
    ...['roundId', 'personId'].map((field) => textOf(data, field)),
  ]);

const erased = (rows: ProjectedRows, data: FactData): void => {
  for (const table of ['inbox_office', 'inbox_left_seat'])
    rows.write(`delete from ${table} where person_id = $1`, [textOf(data, 'personId')]);
};

const editionOver = (rows: ProjectedRows, data: FactData): void =>
  rows.write('insert into inbox_edition_over values ($1) on conflict (edition_id) do nothing', [
    textOf(data, 'editionId'),
  ]);

/** A stage that is opened again opens its edition again. */
const editionAgain = (rows: ProjectedRows, data: FactData): void =>
  rows.write('delete from inbox_edition_over where edition_id = $1', [textOf(data, 'editionId')]);

type Lesson = (rows: ProjectedRows, data: FactData, occurredAt: string) => void;

const LESSONS: Readonly<Record<string, Lesson>> = {
  'organizations.OfficerAppointed.v1': appointed,
  'organizations.OfficerRelieved.v1': relieved,
  'membership.PersonErased.v1': erased,
  'merit_projects.EditionClosed.v1': editionOver,
  'merit_projects.EditionAbandoned.v1': editionOver,
  'merit_projects.StageReopened.v1': editionAgain,
  'evaluation.RoundPrepared.v1': round(true),
  'evaluation.RoundReopened.v1': round(true),
  'evaluation.RoundClosed.v1': round(false),
  'evaluation.RoundAnnulled.v1': round(false),
  'evaluation.SeatAssigned.v1': taken,
  'evaluation.SeatVacated.v1': left,
  'evaluation.SeatExcused.v1': excused,
};

/** Learns from one public fact who holds what. */
export const learnDuties = (rows: ProjectedRows, { type, data, occurredAt }: ProjectedEvent): void =>
  LESSONS[type]?.(rows, data as FactData, occurredAt);
