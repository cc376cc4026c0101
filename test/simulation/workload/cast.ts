import type { Actor } from '@jiangong/event-store';
import { INSPECTOR } from '../../../services/merit-projects/test/domain/entry-sample.ts';
import type { World } from '../kernel/world.ts';
import { type CampaignClock, COMMITTEE, OFFICER, type Unit } from '../platform/campaign.ts';
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
