import { createHash } from 'node:crypto';
import type { CompiledSource } from '@jiangong/programmes';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry, StageDays } from '../edition.ts';
import { byRole } from './acting.ts';
import { findRound } from './scoring.ts';

type Source = Extract<CompiledSource, { kind: 'measure' }>;
type Rows = Readonly<{ items: readonly Readonly<{ entryId: string }>[]; nextPageToken: string | null }>;

const DOCUMENT = createHash('sha256').update('成绩册（虚构）', 'utf8').digest('hex');
/** What is best where lower is better, how much a standing of nothing lies above it, and how far luck goes: of times, and of places. */
const TIMES = { lowest: 280, span: 400, noise: 10 } as const;
const PLACES = { lowest: 1, span: 12, noise: 0 } as const;
const NOISE = 10;

const takenIn = ({ compiled }: PlayedEdition, phase: string | null) =>
  compiled.phases
    .filter(({ id }) => id === phase)
    .flatMap(({ rows }) => rows)
    .flatMap((row) => (row.op === 'take-measure' ? [row] : []));

const measuresOf = (edition: PlayedEdition, phase: string | null): readonly Source[] => {
  const taken = new Set(takenIn(edition, phase).map(({ source }) => source));
  return edition.compiled.sources.filter(
    (source): source is Source => source.kind === 'measure' && taken.has(source.id),
  );
};

/** Where the best or the sum of several counts, there are two; where the last does, one. */
const attemptsOf = (edition: PlayedEdition, phase: string | null, source: Source): readonly number[] =>
  takenIn(edition, phase).some((row) => row.source === source.id && row.attempts !== 'last') ? [1, 2] : [1];

/** A good entry measures well, whichever way that is: in 10^-decimals of the unit. */
const inventValue = (edition: PlayedEdition, source: Source, { title, standing }: PlayedEntry, of: string): number => {
  const dice = edition.dice(`measure ${source.id} ${title} ${of}`);
  const scale = 10 ** source.decimals;
  const { lowest, span, noise } = source.unit === 'rank' ? PLACES : TIMES;
  const whole =
    source.table.better === 'lower'
      ? lowest + Math.round((span * (100 - standing)) / 100) + dice.between(-noise, noise)
      : Math.min(100, Math.max(0, standing + dice.between(-NOISE, NOISE)));
  return whole * scale + (whole < 100 || source.table.better === 'lower' ? dice.below(scale) : 0);
};

const written = (value: number, { decimals }: Source): string => (value / 10 ** decimals).toFixed(decimals);

/** Who of the invented province records for this party. */
const recorderOf = (edition: PlayedEdition, { id, by }: Source): string => {
  const [entry] = edition.entries;
  const role = edition.roleOf(by ?? '');
  // Of a panel of experts any records what all measured.
  const expert = edition.play.world.people.find(({ grants }) => grants.some((grant) => grant.role === 'expert'));
  const found = role === 'expert' ? expert?.code : entry && byRole(role, entry);
  if (found === undefined) throw new Error(`nobody of the invented province records ${id} as ${role}`);
  return found;
};

/** Whether something is recorded in the window of this stage by one of its parties. */
export const takesMeasures = (edition: PlayedEdition, { phase, by }: StageDays): boolean =>
  measuresOf(edition, phase).some((source) => by.includes(source.by ?? ''));

/** The office records all values of a measure at once, on the last day of its stage. */
export const measure = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const { phase, by, closesOn } = stage;
  const roundId = await findRound(edition, phase ?? '');
  // What is judged after the year was measured in it.
  const yearsEnd = `${edition.year}-12-31`;
  const dayOf = edition.compiled.period.lag > 0 && closesOn > yearsEnd ? yearsEnd : closesOn;
  const { items, nextPageToken } = await edition.get<Rows>(
    FIRST_OFFICER,
    `/v1/rounds/${roundId}/measures?pageSize=200`,
  );
  if (nextPageToken !== null) throw new Error(`${edition.name}: more entries are measured than one page has`);
  const judged = edition.entries.filter(({ entryId }) => items.some((one) => one.entryId === entryId));
  for (const source of measuresOf(edition, phase).filter((one) => by.includes(one.by ?? ''))) {
    const values = judged.flatMap((entry) =>
      attemptsOf(edition, phase, source).map((attempt) => ({
        ...{ entryId: entry.entryId, attempt },
        value: inventValue(edition, source, entry, `${phase ?? ''} ${attempt}`),
      })),
    );
    await edition.order(recorderOf(edition, source), `/v1/rounds/${roundId}/measures/${source.id}/values`, {
      values: values.map(({ value, ...of }) => ({ ...of, value: written(value, source), dayOf })),
      ...{ origin: '成绩册（虚构）', evidence: [DOCUMENT] },
    });
    for (const { entryId, attempt, value } of values)
      edition.filled.values.push({ sourceId: source.id, entryId, attempt, value: value / 10 ** source.decimals });
  }
};
