import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/decisions';
import type { Award, Reasons } from '../../domain/decision/award.ts';
import type { Decidable } from '../../domain/decision/decidable.ts';
import type { DecisionState, Minutes } from '../../domain/decision/state.ts';

const isPerson = (kind: string): boolean => kind === 'person' || kind === 'office-holder';

/** What was decided. Before the circular this is for a recorded read only. */
export const awardsMessage = ({ outcome, entries }: Decidable, awards: readonly Award[]): rpc.Awards => {
  const rules = new Map(outcome.map((rule) => [rule.id, rule]));
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const of = (to: (award: Award) => boolean): readonly Award[] => awards.filter(to);
  const toEntry = ({ rule }: Award): boolean => rules.get(rule)?.to === 'entry';
  return {
    entries: of(toEntry).map(({ rule, code, entryId, rank, shared, departed, holder }) => ({
      entryId: entryId ?? '',
      unitId: byId.get(entryId ?? '')?.homeId ?? holder.id,
      title: byId.get(entryId ?? '')?.title ?? '',
      award: code,
      grade: rule,
      gradeZh: rules.get(rule)?.zh ?? '',
      gradeEn: rules.get(rule)?.en ?? '',
      rank: rank ?? 0,
      shared,
      departed,
    })),
    leaders: of((award) => !toEntry(award) && isPerson(award.holder.kind)).map(({ holder, entryId, code, rule }) => ({
      personId: holder.id,
      entryId: entryId ?? '',
      award: code,
      grade: rule,
    })),
    organizations: of((award) => !toEntry(award) && !isPerson(award.holder.kind)).map(
      ({ holder, code, rule, rank, shared }) => ({
        organizationId: holder.id,
        award: code,
        grade: rule,
        place: rank ?? 0,
        shared,
      }),
    ),
  };
};

type Minuted = Exclude<DecisionState, { kind: 'absent' }>;

/** What became of minutes: in the stream they are about something else may have been decided since. */
const stateOf = ({ kind, minutes }: Minuted, { taken }: Decidable): string => {
  if (kind === 'withdrawn') return 'withdrawn';
  const mine = taken.kind !== 'undecided' && taken.decision.decisionId === minutes.decisionId;
  if (mine) return taken.kind === 'commended' ? 'commended' : 'in-force';
  if (kind === 'attested') return 'annulled';
  return taken.kind === 'undecided' ? 'recorded' : 'overtaken';
};

const attestedBy = (state: Minuted): readonly string[] => ('attestedBy' in state ? state.attestedBy : []);

const standing = (state: Minuted, decidable: Decidable, why: ReadonlyMap<string, string>) => {
  const { taken, annulments } = decidable;
  if (taken.kind === 'undecided' || taken.decision.decisionId !== state.minutes.decisionId)
    return { proposals: [], noticeEndsAt: '', objectionsOpen: 0 };
  return {
    proposals: annulments.map(({ proposalId, act, proposedBy, role, proposedAt, terms }) => ({
      proposalId,
      act,
      proposedBy,
      role,
      proposedAt,
      reason: terms.reason,
      why: why.get(proposalId) ?? '',
    })),
    noticeEndsAt: taken.decision.notice?.endsAt ?? '',
    objectionsOpen: taken.decision.objections.filter(({ answer }) => answer === 'open').length,
  };
};

/** The reasons were forgotten where their key was destroyed: what was decided stands without them. */
const termsMessage = ({ departures, choices, exceeding }: Minutes, reasons: Reasons | undefined) => ({
  departures: departures.map(({ entryId, rule }, at) => ({ entryId, rule, reason: reasons?.departures[at] ?? '' })),
  choices: choices.map(({ rule, entryIds }, at) => ({ rule, entryIds, reason: reasons?.choices[at] ?? '' })),
  exceeding: exceeding.map((rule, at) => ({ rule, reason: reasons?.exceeding[at] ?? '' })),
});

export const decisionMessage = (
  state: Minuted,
  decidable: Decidable,
  read: Readonly<{
    reasons: Reasons | undefined;
    why: ReadonlyMap<string, string>;
    /** Why the office above made it known in place of the unit; undefined: it did not. */
    above: Readonly<{ notice: string | undefined; circular: string | undefined }>;
    changes: rpc.Decision['changes'];
  }>,
): rpc.Decision => {
  const { minutes } = state;
  const attested = attestedBy(state);
  return {
    decisionId: minutes.decisionId,
    state: stateOf(state, decidable),
    basis: minutes.basis,
    resultHash: minutes.resultHash,
    minutesNumber: minutes.minutesNumber,
    meetingOn: minutes.meetingOn,
    file: minutes.file,
    committeeId: minutes.committeeId,
    body: minutes.body.map(({ personId, present, recused }) => ({
      personId,
      present,
      attested: attested.includes(personId),
      recused: recused.map(({ entryId, cause }) => ({ entryId, cause })),
    })),
    attestationsNeeded: minutes.attestationsNeeded,
    ...termsMessage(minutes, read.reasons),
    awards: awardsMessage(decidable, minutes.awards),
    changes: read.changes,
    ...standing(state, decidable, read.why),
    unitId: minutes.unitId ?? '',
    superiorReason: read.reasons?.superior ?? '',
    noticeReason: read.above.notice ?? '',
    circularReason: read.above.circular ?? '',
    makers: [...(decidable.makers ?? [])],
    publisher: decidable.publisher ?? '',
  };
};
