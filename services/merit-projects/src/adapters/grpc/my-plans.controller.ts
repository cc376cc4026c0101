import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import { type Ground } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { milestonesOfMany } from '../postgres/entry-questions.ts';
import { myPlansOf } from '../postgres/my-plans.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** Roles in which somebody plans for an organization on a roll. */
const FOR_ORGANIZATIONS: readonly string[] = ['branch-secretary', 'unit-officer'];

/** What the caller plans and delivers on rolls. */
@Controller()
export class MyPlansController {
  private readonly ground: Ground;
  private readonly useCases: MeritProjects;

  constructor(@Inject(GROUND) ground: Ground, @Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.ground = ground;
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'ListMyPlans')
  async listMyPlans(_request: rpc.ListMyPlansRequest, metadata: Metadata): Promise<rpc.ListMyPlansResponse> {
    const { rows, privacy } = this.ground;
    const call = callOf(metadata);
    const grants = await this.ground.grantsFor(call);
    const organizationIds = grants.flatMap(({ role, organizationId }) =>
      FOR_ORGANIZATIONS.includes(role) ? [organizationId] : [],
    );
    const mine = await myPlansOf(rows, { personId: call.caller.personId ?? '', organizationIds });
    const milestones = await milestonesOfMany(
      rows,
      privacy,
      mine.map(({ entryId }) => entryId),
    );
    const plans = await Promise.all(
      mine.map(async ({ nominatorId, subjectId: _subject, ...one }): Promise<rpc.MyPlan | undefined> => {
        const stands = await this.useCases.ownPlans.standingOf({ ...one, nominatorId }, call.now);
        const own = milestones.filter(({ entryId }) => entryId === one.entryId);
        return stands && { ...one, ...stands, milestones: own.map(({ entryId: _entry, ...milestone }) => milestone) };
      }),
    );
    return { plans: plans.filter((plan) => plan !== undefined) };
  }
}
