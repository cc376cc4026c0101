import { type EditionStory, isScored } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { type Evaluator, type SheetLine, sheetOf } from '../../world/evaluators.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import { CRITERIA } from '../../world/scoring-scheme.ts';
import { expectRefusal } from '../expect-refusal.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';

/** What is seen of a sheet that nobody has written on. */
const BLANK = -1;

export type FilledSheet = Readonly<{ evaluator: Evaluator; lines: readonly SheetLine[] }>;

type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string; status: string }>[] }>;

/** The round follows from its edition; the officer gives every unit its seat, and convenes the expert panel. */
export const assignSeats = async (play: Play, year: number): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-11-26`));
  const officer = play.as(FIRST_OFFICER);
  const { items } = await officer.get<Rounds>(`/v1/rounds?editionId=${play.edition(year)}`);
  const [round] = items;
  if (round?.status !== 'prepared') throw new Error(`the round of ${year} is ${round?.status ?? 'not there'}`);
  const { roundId } = round;
  play.rounds.set(year, roundId);
  await officer.order({
    path: `/v1/rounds/${roundId}/seats`,
    key: play.key(`seats ${year}`),
    body: {
      seats: play.world.evaluators.map(({ person, group }) => ({ personId: play.person(person), sourceId: group })),
    },
  });
};

const scoresOf = (play: Play, lines: readonly SheetLine[]): unknown => ({
  scores: lines.map(({ entry, points }) => ({
    entryId: play.entry(entry).entryId,
    marks: points.map((mark, index) => ({ criterionId: (CRITERIA[index] as { id: string }).id, mark })),
  })),
});

export const fillIn = async (play: Play, year: number, { evaluator, lines }: FilledSheet): Promise<void> => {
  const api = play.as(evaluator.person);
  const path = `/v1/rounds/${play.round(year)}/sheet`;
  await api.order({
    method: 'PUT',
    path,
    key: play.key(`sheet ${year} ${evaluator.person}`),
    expectedRevision: BLANK,
    body: scoresOf(play, lines),
  });
  await api.order({ path: `${path}/submit`, key: play.key(`submit ${year} ${evaluator.person}`) });
};

/** Nobody scores the own unit, nobody changes a submitted sheet, and nobody sees a result before the closing. */
const tryForbidden = async (play: Play, { year, entries }: EditionStory, filled: FilledSheet): Promise<void> => {
  const { evaluator } = filled;
  const api = play.as(evaluator.person);
  const path = `/v1/rounds/${play.round(year)}/sheet`;
  const own = entries.find((entry) => isScored(entry) && entry.unit === evaluator.unit);
  const points = CRITERIA.map(() => 0);
  if (own) {
    const body = scoresOf(play, [{ entry: own.code, points }]);
    const key = play.key(`own unit ${year}`);
    await expectRefusal(api, 'OWN_UNIT', { method: 'PUT', path, key, body, expectedRevision: BLANK });
  }
  await fillIn(play, year, filled);
  const body = scoresOf(play, filled.lines.slice(0, 1));
  await expectRefusal(api, 'SHEET_SUBMITTED_ALREADY', {
    method: 'PUT',
    path,
    key: play.key(`after submission ${year}`),
    body,
    expectedRevision: (await api.get<{ revision: number }>(path)).revision,
  });
};

/** December: all units and the expert panel score the entries; at the closing the scheduler ends it. */
export const score = async (play: Play, edition: EditionStory): Promise<readonly FilledSheet[]> => {
  const { year, entries } = edition;
  await play.platform.moveClock(morningOf(`${year}-12-02`));
  const scored = entries.filter(isScored);
  const sheets = play.world.evaluators.map((evaluator) => ({
    evaluator,
    lines: sheetOf(play.world.seed, evaluator, year, scored),
  }));
  const withOwn = sheets.findIndex(({ evaluator }) => scored.some(({ unit }) => unit === evaluator.unit));
  await tryForbidden(play, edition, sheets[withOwn] as FilledSheet);
  await inParallel(
    sheets.filter((_, index) => index !== withOwn),
    (sheet) => fillIn(play, year, sheet),
  );
  await play.platform.moveClock(morningOf(`${year}-12-11`));
  play.progress.tell(`${year}: ${scored.length} entries scored on ${sheets.length} sheets`);
  return sheets;
};
