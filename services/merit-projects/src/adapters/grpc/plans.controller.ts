import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/plans';
import { callOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { notCarriedTexts } from '../../application/not-carried-texts.ts';
import type { MeritProjects } from '../../application/merit-projects.ts';
import type { EditionPlan } from '../../application/plan-editions.ts';
import type { ToldRefusal } from '../../application/told-refusals.ts';
import type { NotCarried } from '../../domain/edition/copy.ts';
import type { PlannedNotice, PlannedStage } from '../../domain/edition/plan.ts';
import { documentsOf } from '../../domain/programme.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const refusalOut = ({ refusal, texts }: ToldRefusal): rpc.PlanRefusal => ({
  ...{ reason: refusal.reason, field: refusal.field ?? '', zh: texts.zh, en: texts.en },
  detailsJson: JSON.stringify(refusal.details ?? {}),
});

const stageOut = (
  { editionId: _edition, phase, parties, workingDays, ...stage }: PlannedStage,
  given: readonly string[],
): rpc.PlannedStage => ({
  ...stage,
  phase: phase ?? '',
  parties: [...parties],
  daysFrom: given.includes(stage.stageId) ? 'given' : 'template',
  workingDays: workingDays ?? -1,
});

const noticeOut = ({ stageId, endsAt, answeredAt, lastDayToBegin, ...notice }: PlannedNotice): rpc.PlannedNotice => ({
  ...notice,
  stageId: stageId ?? '',
  endsAt: endsAt ?? '',
  answeredAt: answeredAt ?? '',
  lastDayToBegin: lastDayToBegin ?? '',
});

const NOTHING = {
  stages: [],
  notices: [],
  parties: [],
  sources: [],
  phases: [],
  awards: [],
  parameters: [],
  tracks: [],
};

const madeOut = ({ templateId, tables, documents, sketch, plan, given }: NonNullable<EditionPlan['made']>) => ({
  ...{ templateId, quota: tables.quota ?? 0, intake: tables.intake },
  stages: plan.stages.map((stage) => stageOut(stage, given)),
  notices: plan.notices.map(noticeOut),
  parties: tables.parties.map((party) => ({ ...party })),
  sources: sketch.sources.map(({ sourceId, kind, partyId, vote, own }) => ({
    ...{ sourceId, kind, partyId: partyId ?? '', vote: vote ?? '', own: own ?? '' },
  })),
  phases: sketch.phases.map(({ phase, sourceIds }) => ({ phase, sourceIds: [...sourceIds] })),
  awards: sketch.awards.map((award) => ({ ...award })),
  parameters: sketch.parameters.map((parameter) => ({ ...parameter })),
  tracks: tables.tracks.map(({ trackId: track, nameZh, nameEn, kind, of }) => {
    const asked = documentsOf(documents, track);
    const documentNames = sketch.documentNames.filter(({ document }) => asked.includes(document));
    return { track, nameZh, nameEn, kind, of: [...of], documents: [...asked], documentNames };
  }),
});

const planOut = ({ editionId, refusal, made, yearsMissing }: EditionPlan): rpc.EditionPlan => ({
  ...{ editionId, yearsMissing: [...yearsMissing], refusal: refusal ? refusalOut(refusal) : undefined },
  ...(made ? madeOut(made) : { ...NOTHING, templateId: '', quota: 0, intake: '' }),
});

const noteOut = ({ what, stageId }: NotCarried): rpc.NotCarried => ({
  ...{ what, stageId: stageId ?? '' },
  ...notCarriedTexts[what],
});

/** What is told before an edition is opened. */
@Controller()
export class PlansController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'PreviewEdition')
  async previewEdition(request: rpc.PreviewEditionRequest, metadata: Metadata): Promise<rpc.PreviewEditionResponse> {
    return { plan: planOut(await this.useCases.editionPlans.preview(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CopyEdition')
  async copyEdition(request: rpc.CopyEditionRequest, metadata: Metadata): Promise<rpc.CopyEditionResponse> {
    const { opening, reviewList, notCarried, plan } = await this.useCases.editionPlans.copy(request, callOf(metadata));
    return {
      opening: {
        ...opening,
        parameters: { ...opening.parameters },
        stages: opening.stages.map((days) => ({ ...days })),
      },
      reviewList: [...reviewList],
      notCarried: notCarried.map(noteOut),
      plan: planOut(plan),
    };
  }

  @GrpcMethod(SERVICE, 'GetCalendarYear')
  async getCalendarYear({ year }: rpc.GetCalendarYearRequest): Promise<rpc.GetCalendarYearResponse> {
    const { days, ...told } = await this.useCases.editionPlans.year(year);
    return { ...told, days: days.map((day) => ({ ...day })) };
  }
}
