import type { LoggedEvent } from '../demo/report/read-log.ts';
import type { Campaign } from './campaign.ts';
import { ALL } from './cast.ts';

type Data = Readonly<Record<string, unknown>>;

/** Ids in the story's names. */
const namesOf = (campaign: Campaign): ReadonlyMap<string, string> =>
  new Map([
    ...[...campaign.play.organizations].map(([code, organizationId]) => [organizationId, code] as const),
    ...[...campaign.play.people].map(([code, personId]) => [personId, code] as const),
    ...ALL.map((entry) => [campaign.id(entry), entry] as const),
  ]);

/** What is read of each fact that changes what stands: whom it is about, and its word. Of decisions and stages, the number of their like. */
const READ: Readonly<Record<string, readonly string[]>> = {
  'OrganizationMoved.v1': ['organizationId'],
  'OrganizationDissolved.v1': ['organizationId', 'kind', 'heirId'],
  'PersonMoved.v1': ['personId'],
  'EntryHandedOver.v1': ['entryId', 'homeId'],
  'EntryBlocked.v1': ['entryId'],
  'BlockLifted.v1': ['entryId', 'blockedBy'],
  'ObjectionReceived.v1': ['entryId', 'against'],
  'ObjectionSettled.v1': ['entryId', 'outcome'],
  'ObjectionReopened.v1': ['entryId', 'against'],
  'StageReopened.v1': ['stageId', 'closesOn'],
  'EditionClosed.v1': [],
  'ActProposed.v1': ['act'],
  'RoundOpened.v1': ['closing'],
  'RoundClosed.v1': ['closing'],
  'RoundReopened.v1': ['closing', 'reason'],
  'SeatExcused.v1': ['seatId', 'reason'],
  'RecusalDeclared.v1': ['personId', 'entryId', 'reason'],
  'RecusalLifted.v1': ['personId', 'entryId', 'reason'],
  'EntryTakenOut.v1': ['entryId', 'reason'],
  'EntryPutBack.v1': ['entryId', 'reason'],
  'ResultComputed.v1': ['because'],
  'MinutesRecorded.v1': ['minutesNumber'],
  'MinutesAttested.v1': [],
  'DecisionTaken.v1': ['minutesNumber'],
  'DecisionAnnulled.v1': ['reason', 'documentNumber'],
  'ProposalPublished.v1': [],
  'CircularIssued.v1': ['documentNumber'],
  'DocumentMade.v1': ['kind', 'format'],
  'HonourWithdrawn.v1': ['reason'],
  'HonourRestored.v1': ['reason'],
  'PlaqueRecalled.v1': ['dueOn'],
  'PlaqueReturned.v1': ['effectiveOn'],
};

/** Stages that went as their calendar says are no part of it, but for the one that passed without what it was for. */
const isTold = ({ type, data }: LoggedEvent): boolean =>
  type in READ || (type === 'StageClosed.v1' && (data as Data)['stageId'] === 'decide');

const wordOf = (value: unknown, names: ReadonlyMap<string, string>): string => {
  if (Array.isArray(value)) return value.map((one: Readonly<{ change: string }>) => one.change).join('+');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return names.get(text) ?? text;
};

/** Repeated lines, once each with their number. */
const counted = (lines: readonly string[]): readonly string[] => {
  const runs: { line: string; times: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.line === line) last.times += 1;
    else runs.push({ line, times: 1 });
  }
  return runs.map(({ line, times }) => (times === 1 ? line : `${times} × ${line}`));
};

/** The log as a story: what became true, about whom, who did it, and who had proposed it. */
export const linesOf = (campaign: Campaign, events: readonly LoggedEvent[]): readonly string[] => {
  const names = namesOf(campaign);
  let attested = '';
  const lineOf = ({ type, data, actor }: LoggedEvent): string => {
    const given = data as Data;
    const about = (READ[type] ?? ['stageId']).map((field) => wordOf(given[field], names)).filter((word) => word !== '');
    const acting =
      actor.kind === 'person' ? wordOf(actor.id, names) : actor.kind === 'system' ? String(actor.id) : actor.kind;
    if (type === 'MinutesAttested.v1') attested = acting;
    // The last attestation takes the decision; where the process that finishes what broke off comes first, it takes the same one.
    const by = type === 'DecisionTaken.v1' && acting === 'complete-decisions' ? attested : acting;
    const proposed = type !== 'ActProposed.v1' && given['proposedBy'] ? ` < ${wordOf(given['proposedBy'], names)}` : '';
    return `${[type.replace('.v1', ''), ...about].join(' ')} | ${by}${proposed}`;
  };
  return counted(events.filter(isTold).map(lineOf));
};

type Proposed = Readonly<{ proposalId: string; act: string; proposedBy: string; role: string }>;

/** A logged event with the role in which its actor acted. */
export type ToldEvent = LoggedEvent & Readonly<{ actor: Readonly<{ role?: string | null }> }>;

/** Acts of two that the log does not show to be acts of two: no proposal before them, or the same person, or the same role. */
export const faultsOfTwo = (events: readonly ToldEvent[]): readonly string[] => {
  const proposed = new Map<string, Proposed>();
  const faults: string[] = [];
  for (const { type, data, actor, position } of events) {
    const { proposalId, proposedBy } = data as Partial<Proposed>;
    if (typeof proposalId !== 'string') continue;
    if (type === 'ActProposed.v1') {
      proposed.set(proposalId, data as Proposed);
      continue;
    }
    const proposal = proposed.get(proposalId);
    // What follows by itself from an act of two names the same two.
    const by = actor.kind === 'person' ? actor.id : (data as Readonly<{ by?: string }>).by;
    if (
      proposal === undefined ||
      proposal.proposedBy !== proposedBy ||
      by === proposedBy ||
      actor.role === proposal.role
    )
      faults.push(`position ${position}: ${type}`);
  }
  return faults;
};
