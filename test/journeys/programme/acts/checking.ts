import { inParallel } from '../../demo/play/in-parallel.ts';
import type { PlayedEdition, PlayedEntry, StageDays } from '../edition.ts';
import { byRole, speakerOf } from './acting.ts';
import { officesIn } from './offices.ts';
import { findRound } from './scoring.ts';

type Item = Readonly<{
  itemId: string;
  points: number;
  starts: 'full' | 'zero';
  per: number;
  floor: number;
  cap: number;
  step: number;
  measures: readonly Readonly<{ points: number }>[];
  recordable: boolean;
  reviewable: boolean;
}>;
type Area = Readonly<{
  sourceId: string;
  areaId: string;
  periods: readonly Readonly<{ period: number; firstOn: string | null }>[];
  items: readonly Item[];
  selfScored: boolean;
  selfOpen: boolean;
}>;
type Checklist = Readonly<{ subject: boolean; areas: readonly Area[] }>;

/** `told`: of which part of the period the round is, where there are several of the same list. */
type Told = Readonly<{ phase?: string }>;
type Place = Readonly<{
  told: Told;
  entry: PlayedEntry;
  area: Area;
  item: Item;
  period: number;
  firstOn: string | null;
}>;

/** So often at most something is found in one period. */
const FOUND_MAX = 3;
/** In percent: how often an office finds something that takes points, or shuts out of honours. */
const FAULTY = 25;

const placesOf = (
  entry: PlayedEntry,
  areas: readonly Area[],
  { today, told }: Pick<Acting, 'today' | 'told'>,
): readonly Place[] =>
  areas.flatMap((area) =>
    area.periods
      .filter(({ firstOn }) => firstOn === null || firstOn <= today)
      .flatMap(({ period, firstOn }) => area.items.map((item) => ({ told, entry, area, item, period, firstOn }))),
  );

/** A mark of about the entry's quality for every measure, or the item as a whole. */
const marksOf = (edition: PlayedEdition, by: string, { told, entry, item, period }: Place): readonly number[] => {
  const dice = edition.dice(`mark ${by} ${entry.title} ${item.itemId} ${period}${told.phase ?? ''}`);
  const wholes = item.measures.length > 0 ? item.measures.map(({ points }) => points) : [item.cap];
  const floor = item.measures.length > 0 ? 0 : item.floor;
  return wholes.map((most) => {
    const share = Math.min(100, Math.max(0, entry.standing + dice.between(-10, 10)));
    return Math.max(Math.ceil(floor / item.step), Math.floor((most * share) / 100 / item.step)) * item.step;
  });
};

/** How often something is found: deductions seldom, achievements by quality. */
const countOf = (edition: PlayedEdition, { told, entry, item, period }: Place): number => {
  const dice = edition.dice(`found ${entry.title} ${item.itemId} ${period}${told.phase ?? ''}`);
  if (item.per < 0) return dice.below(100) < FAULTY ? 1 : 0;
  return Math.round((entry.standing * FOUND_MAX) / 100) + dice.below(2);
};

const listPath = (roundId: string, { entryId }: PlayedEntry): string => `/v1/rounds/${roundId}/entries/${entryId}`;

/** `office`: of those within a party the one that somebody acts for. */
type Acting = Readonly<{ roundId: string; by: string; today: string; told: Told; office?: string }>;

/** Who a mark is by, as the result reads it. */
type Giver = Readonly<{ by: string; officeId?: string }>;

const record = async (edition: PlayedEdition, acting: Acting, place: Place): Promise<void> => {
  const { roundId, by, today } = acting;
  const count = countOf(edition, place);
  if (count === 0) return;
  const { entry, area, item, period, firstOn } = place;
  await edition.order(by, `${listPath(roundId, entry)}/occurrences`, {
    ...{ sourceId: area.sourceId, itemId: item.itemId, effectiveOn: firstOn ?? today, count },
    finding: '经查属实（虚构）。',
  });
  edition.filled.occurrences.push({ ...acting.told, entryId: entry.entryId, itemId: item.itemId, period, count });
};

const mark = async (
  edition: PlayedEdition,
  { roundId, by }: Acting,
  { place, giver, route }: Readonly<{ place: Place; giver: Giver; route: 'item-reviews' | 'self-scores' }>,
): Promise<void> => {
  const { entry, area, item, period } = place;
  const points = marksOf(edition, by, place);
  const remark = route === 'item-reviews' ? { remark: '查阅台账，现场核查。' } : {};
  await edition.order(by, `${listPath(roundId, entry)}/${route}`, {
    ...{ sourceId: area.sourceId, itemId: item.itemId, period, points, ...remark },
  });
  edition.filled.marks.push({
    ...place.told,
    entryId: entry.entryId,
    itemId: item.itemId,
    period,
    ...giver,
    marks: points,
  });
};

/** Whom a person of this role, or of this office, marks an item for: what is the owner's own an office marks as one of the others. */
const reviewerOf = (
  { compiled }: PlayedEdition,
  { sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>,
  { role, office }: Readonly<{ role: string; office?: string | undefined }>,
): Giver => {
  const source = compiled.sources.find(({ id }) => id === sourceId);
  if (source?.kind !== 'checklist') throw new Error(`${sourceId} is no check-list`);
  const { owners } = source.filling;
  if (office !== undefined) return owners[itemId] === office ? { by: office } : { by: 'others', officeId: office };
  const { own, reviews } = source.table;
  const found = [...reviews, ...(own.by === 'party' ? [own.party] : [])]
    .filter((party) => compiled.parties[party]?.role === role)
    .find((party) => owners[itemId] === party || !Object.values(owners).includes(party));
  if (found === undefined) throw new Error(`nobody of the role ${role} reviews ${itemId}`);
  return { by: found };
};

/** The office finds and marks whatever the platform says is its own of one list. */
const checkOne = async (edition: PlayedEdition, entry: PlayedEntry, acting: Acting, role: string): Promise<void> => {
  const { areas } = await edition.get<Checklist>(acting.by, `${listPath(acting.roundId, entry)}/checklist`);
  for (const place of placesOf(entry, areas, acting)) {
    const { item, area } = place;
    if (item.recordable && item.per !== 0) await record(edition, acting, place);
    if (item.reviewable && item.per === 0) {
      const of = { sourceId: area.sourceId, itemId: item.itemId };
      const giver = reviewerOf(edition, of, { role, office: acting.office });
      await mark(edition, acting, { place, giver, route: 'item-reviews' });
    }
  }
};

/** The invented province has no secretary of a unit's Party committee: such a one scores itself nothing. */
const speaksForItself = ({ subject = '' }: PlayedEntry): boolean => !subject.endsWith('-pc');

const scoreSelf = async (
  edition: PlayedEdition,
  entry: PlayedEntry,
  { roundId, today, told }: Omit<Acting, 'by'>,
): Promise<void> => {
  const by = speakerOf(edition, entry);
  // Some members on the roll never sign in.
  if (entry.person !== undefined && edition.play.world.people.every(({ code }) => code !== by)) return;
  const { subject, areas } = await edition.get<Checklist>(by, `${listPath(roundId, entry)}/checklist`);
  if (!subject) return;
  for (const place of placesOf(entry, areas, { today, told }))
    if (place.area.selfOpen && place.item.per === 0)
      await mark(edition, { roundId, by, today, told }, { place, giver: { by: 'self' }, route: 'self-scores' });
};

/** Who marks what is an owner's own acts in no stage of its own. */
const ownRoles = (edition: PlayedEdition): readonly string[] =>
  edition.compiled.sources.flatMap((source) =>
    source.kind === 'checklist' && source.table.own.by === 'party' ? [edition.roleOf(source.table.own.party)] : [],
  );

/** Whoever is judged scores himself where the template asks for it, in his stage, then each office that acts in this one. */
export const check = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const part = edition.partOf(stage.phase);
  const told = part === undefined ? {} : { phase: part };
  const of = { roundId: await findRound(edition, stage.phase ?? ''), today: stage.closesOn, told };
  const asksSelf = edition.compiled.sources.some((source) => source.kind === 'checklist' && source.table.self);
  const offices = officesIn(edition, stage.by);
  // A party with offices in it acts by them.
  const alone = stage.by.filter((party) => edition.compiled.parties[party]?.members === undefined);
  const roles = [...new Set([...edition.rolesOf({ by: alone }), ...ownRoles(edition)])];
  await inParallel(edition.entries, async (entry) => {
    if (asksSelf && speaksForItself(entry)) await scoreSelf(edition, entry, of);
    for (const { office, by } of offices) await checkOne(edition, entry, { ...of, by, office }, 'appraisal-office');
    for (const role of roles) {
      const by = role === 'branch-secretary' && !speaksForItself(entry) ? undefined : byRole(role, entry);
      if (by !== undefined) await checkOne(edition, entry, { ...of, by }, role);
    }
  });
};
