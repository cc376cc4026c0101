import { inParallel } from '../../demo/play/in-parallel.ts';
import { APPEAL_LEADER } from './acting.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry, StageDays } from '../edition.ts';
import { inventPaper, type Paper } from '../invented-marks.ts';
import { holdContest } from './contest.ts';
import { dealOut } from './dealing.ts';
import { type Panel, seatIdOf } from './panels.ts';

type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string; phase: string; status: string }>[] }>;
type Sheet = Readonly<{
  revision: number;
  hindrance: string | null;
  entries: readonly Readonly<{ entryId: string; recused: string | null }>[];
}>;

/** The round that followed from the edition by itself. */
export const findRound = async (edition: PlayedEdition, phase: string, status = 'open'): Promise<string> => {
  const { items } = await edition.get<Rounds>(FIRST_OFFICER, `/v1/rounds?editionId=${edition.editionId}`);
  const round = items.find((one) => one.phase === phase);
  if (round?.status !== status)
    throw new Error(
      `${edition.name}: the round of ${phase} is ${round?.status ?? 'not there'} when it should be ${status}`,
    );
  edition.rounds.set(phase, round.roundId);
  return round.roundId;
};

const sourcesOf = ({ compiled }: PlayedEdition, phase: string): ReadonlySet<string> =>
  new Set(
    compiled.phases
      .filter(({ id }) => id === phase)
      .flatMap(({ rows }) => rows)
      .flatMap((row) => ('source' in row ? [row.source] : [])),
  );

const panelsOf = (edition: PlayedEdition, { phase, by }: StageDays): readonly Panel[] => {
  const taken = sourcesOf(edition, phase ?? '');
  return edition.compiled.sources.filter(
    (source): source is Panel => source.kind === 'panel' && taken.has(source.id) && by.includes(source.filling.by),
  );
};

/** Who of the invented province fills this panel, by code. */
const evaluatorsOf = (edition: PlayedEdition, { filling }: Panel): readonly string[] => {
  const role = edition.roleOf(filling.by);
  const holders = edition.play.world.people.flatMap(({ code, grants }) => {
    const grant = grants.find((one) => one.role === role);
    return grant === undefined ? [] : [{ code, organization: grant.organization }];
  });
  // Who scored decides no appeal: where the leaders do both, one of them keeps out of the panel.
  const appealed = edition.stages.some(({ act, by }) => act === 'appeal' && by.includes(filling.by));
  if (appealed && role === 'committee-leader')
    return holders.flatMap(({ code }) => (code === APPEAL_LEADER ? [] : [code]));
  if (role !== 'unit-officer') return holders.map(({ code }) => code);
  // A unit has one seat, whoever beside its officer decides for it.
  return holders
    .filter(({ organization }, at) => holders.findIndex((one) => one.organization === organization) === at)
    .map(({ code }) => code);
};

/**
 * What somebody makes of his entries. Where a lot says which are his, all judge an entry alike: a play ends the same whatever the lot, which
 * the platform draws from a secret that is another each time.
 */
const paperOf = (edition: PlayedEdition, panel: Panel, by: string, entries: readonly PlayedEntry[]): Paper => {
  const asked = entries.map(({ entryId, title, standing }) => ({ entryId, title, quality: standing }));
  if (panel.filling.assignEach === null) return inventPaper(edition.dice(`paper ${panel.id} ${by}`), panel, asked);
  return new Map(
    asked.flatMap((one) => [...inventPaper(edition.dice(`paper ${panel.id} ${one.title}`), panel, [one])]),
  );
};

/** Whoever has a seat fills in what his sheet asks of him: the platform says whom he does not score. */
const fillIn = async (edition: PlayedEdition, roundId: string, panel: Panel, by: string): Promise<void> => {
  const path = `/v1/rounds/${roundId}/sheet`;
  const { revision, entries } = await edition.get<Sheet>(by, path);
  const asked = entries.filter(({ recused }) => recused === null);
  if (asked.length === 0) return;
  const ordered = edition.entries.filter(({ entryId }) => asked.some((one) => one.entryId === entryId));
  const paper = paperOf(edition, panel, by, ordered);
  const scores = [...paper].map(([entryId, marks]) => ({
    entryId,
    marks: Object.entries(marks).map(([criterionId, mark]) => ({ criterionId, mark })),
  }));
  const key = edition.key(`sheet ${roundId} ${by}`);
  await edition.play.as(by).order({ method: 'PUT', path, body: { scores }, key, expectedRevision: revision });
  await edition.order(by, `${path}/submit`);
  const seatId = seatIdOf(edition, panel, by);
  for (const [entryId, marks] of paper) edition.filled.sheets.push({ sourceId: panel.id, seatId, entryId, marks });
};

/** Everybody who scores in this stage gets a seat and hands in. */
export const score = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const roundId = await findRound(edition, stage.phase ?? '');
  const seated = panelsOf(edition, stage).flatMap((panel) => evaluatorsOf(edition, panel).map((by) => ({ panel, by })));
  if (seated.length === 0) return;
  const seats = seated.map(({ panel, by }) => ({ personId: edition.play.person(by), sourceId: panel.id }));
  await edition.order(FIRST_OFFICER, `/v1/rounds/${roundId}/seats`, { seats });
  await edition.play.platform.untilQuiet();
  const live = seated.filter(({ panel }) => panel.filling.part === 'one');
  await dealOut(
    edition,
    roundId,
    seated.map(({ panel }) => panel),
  );
  const papers = seated.filter(({ panel }) => panel.filling.part !== 'one');
  await inParallel(papers, ({ panel, by }) => fillIn(edition, roundId, panel, by));
  if (live.length > 0) await holdContest(edition, roundId, live);
};
