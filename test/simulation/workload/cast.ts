import type { Actor } from '@jiangong/event-store';
import { INSPECTOR } from '../../../services/merit-projects/test/domain/entry-sample.ts';
import type { World } from '../kernel/world.ts';
import { type CampaignClock, COMMITTEE, EXPERTS, LEADERS, OFFICER, type Unit } from '../platform/campaign.ts';
import type { EvaluationServing } from '../platform/evaluation.ts';
import type { MeritProjectsServing } from '../platform/merit-projects.ts';
import type { ServiceProcess } from '../platform/service-processes.ts';
import type { Clients } from './client.ts';

/** Where a story is played: its clock, its clients, and the replicas that they call. */
export type Stage = Readonly<{
  world: World;
  clock: CampaignClock;
  clients: Clients;
  meritProjects: readonly ServiceProcess<MeritProjectsServing>[];
  evaluation: readonly ServiceProcess<EvaluationServing>[];
}>;

/** What a unit puts forward. */
export type Entry = Readonly<{ name: string; unit: Unit; entryId: string }>;

const person = (id: string, role: string, organization: string): Actor => ({
  kind: 'person',
  id,
  role,
  organization,
  grant: null,
});
export const committee = person(OFFICER, 'committee-officer', COMMITTEE);
export const inspector = person(INSPECTOR, 'discipline-inspector', COMMITTEE);
export const officerOf = ({ officerId, unitId }: Unit): Actor => person(officerId, 'unit-officer', unitId);
export const leaders: readonly Actor[] = LEADERS.map((id) => person(id, 'committee-leader', COMMITTEE));
export const experts: readonly Actor[] = EXPERTS.map((id) => person(id, 'expert', COMMITTEE));

/** Looks of an officer who waits for a round, and how long between two. */
const LOOKS_MAX = 60;
const LOOK_AGAIN_MS = 250;

type Standing = Awaited<ReturnType<EvaluationServing['standing']>>;

/** Waits until a round is as far as somebody needs it, as people do who look at its page; not for ever: then he tries, and is refused. */
export const untilRound = async (
  { world, clients, evaluation }: Stage,
  roundId: string,
  wanted: readonly Standing[],
): Promise<void> => {
  for (let look = 1; look <= LOOKS_MAX; look += 1) {
    const question = { what: `look at round until ${wanted.join('-')}`, actor: committee };
    const standing = await clients.ask(evaluation, question, (serving) => serving.standing(roundId));
    if (standing !== undefined && wanted.includes(standing)) return;
    await world.sleep(LOOK_AGAIN_MS, 'looks at the round again');
  }
};
