import type { Fact, Refusal } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import type { Decidable } from '../domain/decision/decidable.ts';
import { honoured } from '../domain/decision/decide-circular.ts';
import type { Maker, MakingKnown } from '../domain/decision/maker.ts';
import type { CircularNames } from '../domain/decision/taken-orders.ts';
import type { AwardEdition } from './decision-ports.ts';
import type { Decisions, Found } from './decisions.ts';
import { honourIdOf } from './decision-streams.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';

type Answer = Outcome<Fact, Refusal>;
type Standing = Extract<Found, { decidable: Decidable }>;

const ofPart = ({ part }: Decidable): Readonly<{ unitId?: string }> =>
  part === undefined ? {} : { unitId: part.committeeId };

/** Who makes a decision known, and until when a unit has to; of a reason a keyed hash stands in the request, for a plain one could be guessed. */
const making = async (
  { known, ground }: Decisions,
  { decidable }: Standing,
  { how, superiorReason, call }: Readonly<{ how: MakingKnown; superiorReason: string; call: CallContext }>,
): Promise<Readonly<{ maker: Maker; sent: Readonly<{ fingerprint?: string }> }>> => {
  const { editionId, phase, roundId, part } = decidable;
  const dueBy = part === undefined ? undefined : await known.makeKnownBy(editionId, phase?.id ?? '', how);
  const maker = { role: call.actor.role ?? '', superiorReason, dueBy: dueBy ?? null };
  if (superiorReason === '') return { maker, sent: {} };
  return { maker, sent: { fingerprint: await ground.privacy.fingerprint(proseKey(roundId), { superiorReason }) } };
};

export type PublishProposalRequest = Readonly<{
  roundId: string;
  /** Why the office above publishes in place of a unit; empty otherwise. */
  superiorReason?: string;
}>;

/** The second notice begins; it ends by the calendar of today. */
export const publishProposal =
  (decisions: Decisions) =>
  async ({ roundId, superiorReason = '' }: PublishProposalRequest, call: CallContext): Promise<Answer> => {
    const { known, find, sendTaken } = decisions;
    const found = await find(roundId);
    if (found.kind === 'absent') return refusal('ROUND_NOT_FOUND', 'roundId');
    if (found.kind === 'refused') return found;
    const { maker, sent } = await making(decisions, found, { how: 'notice', superiorReason, call });
    const order = {
      type: 'PublishProposal',
      now: call.now,
      holidays: await known.holidays(),
      ...{ ...ofPart(found.decidable), maker },
    } as const;
    return sendTaken(found, order, sentBy(call, 'PublishProposal', { roundId, ...sent }));
  };

/** What is judged: an edition's year, or the years of a naming. */
const aboutOf = async (
  { known, handleNaming }: Decisions,
  { kind, decidable, stream }: Standing,
): Promise<Readonly<{ about: AwardEdition; from: number }> | undefined> => {
  if (kind === 'round') {
    const edition = await known.edition(decidable.editionId);
    return edition && { about: edition, from: edition.year };
  }
  const { state } = await handleNaming.stateOf(stream);
  if (state.kind === 'absent') return undefined;
  const { seriesId, firstYear, lastYear } = state.latest;
  const series = await known.series(seriesId);
  const about = series && { editionId: decidable.editionId, seriesId, year: lastYear, title: series.title };
  return about && { about, from: firstYear };
};

const namesOf = async (
  { known }: Decisions,
  decidable: Decidable,
  { about, from }: Readonly<{ about: AwardEdition; from: number }>,
): Promise<CircularNames> => {
  const { committeeId, entries } = decidable;
  const homes = [...new Set(entries.flatMap(({ homeId, subject }) => [homeId, subject.id]))];
  const [organizations, classified, classifiedEntries, level] = await Promise.all([
    known.names([committeeId, ...homes]),
    known.classified(homes),
    known.classifiedEntries(entries.map(({ entryId }) => entryId)),
    known.levelOf(committeeId),
  ]);
  return {
    committee: organizations[committeeId] ?? { zh: committeeId, en: committeeId },
    edition: about.title,
    year: about.year,
    seriesId: about.seriesId,
    level,
    period: { from: `${from}-01-01`, to: `${about.year}-12-31` },
    organizations,
    classified,
    classifiedEntries,
  };
};

export type IssueCircularRequest = PublishProposalRequest & Readonly<{ documentNumber: string }>;

/** The circular's text and its honours are made from the decision and the names of the day, and stored with it. */
export const issueCircular =
  (decisions: Decisions) =>
  async (
    { roundId, documentNumber, superiorReason = '' }: IssueCircularRequest,
    call: CallContext,
  ): Promise<Answer> => {
    const { ground, known, find, sendTaken, numbers } = decisions;
    const found = await find(roundId);
    if (found.kind === 'absent') return refusal('ROUND_NOT_FOUND', 'roundId');
    if (found.kind === 'refused') return found;
    const { decidable } = found;
    const about = await aboutOf(decisions, found);
    if (about === undefined) return refusal('EDITION_NOT_FOUND', 'roundId');
    const { taken } = decidable;
    const awards = taken.kind === 'undecided' ? [] : honoured(decidable.outcome, taken.decision.awards);
    const decisionId = taken.kind === 'undecided' ? '' : taken.decision.decisionId;
    const { year } = about.about;
    const entries = decidable.entries.map(({ entryId }) => entryId);
    // What was objected to a moment ago holds the circular back as well.
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    const { maker, sent } = await making(decisions, found, { how: 'commend', superiorReason, call });
    const order = {
      type: 'IssueCircular',
      now: call.now,
      documentNumber,
      ...{ ...ofPart(decidable), maker },
      names: await namesOf(decisions, decidable, about),
      openObjections: await known.openObjections(entries),
      numbers: awards.map((_, at) => ({ honourId: honourIdOf(decisionId, at), certificateNumber: numbers.next(year) })),
    } as const;
    return sendTaken(found, order, sentBy(call, 'IssueCircular', { roundId, documentNumber, ...sent }));
  };
