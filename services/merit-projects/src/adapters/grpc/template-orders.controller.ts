import type { Metadata } from '@grpc/grpc-js';
import { localDateOf } from '@jiangong/calendar';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import type { TemplateLookedAt } from '../../application/adopt-templates.ts';
import type { TemplateSample } from '../../application/programmes.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const NO_TEMPLATE = {
  ...{ notYet: [], templateHash: '', templateId: '', titleZh: '', titleEn: '', rules: [] },
  sample: undefined,
};

const sampleOut = ({ stages, papers, ranking, given, year }: TemplateSample): rpc.TemplateSample => ({
  year,
  stages: stages.map(({ phase, ...stage }) => ({ ...stage, phase: phase ?? '' })),
  papers: papers.map(({ lines, choices, ...paper }) => ({
    ...paper,
    lines: lines.map(({ group, ...line }) => ({ ...line, group: group ?? undefined })),
    choices: [...choices],
  })),
  ranking: ranking.map(({ within, ...one }) => ({ ...one, within: within ?? undefined })),
  given: given.map(({ holders, chosen, ...one }) => ({ ...one, holders: [...holders], chosen: chosen ?? 0 })),
});

const lookedAtOut = ({ lookedAt, isAdopted }: TemplateLookedAt): rpc.CheckTemplateResponse => {
  const { kind } = lookedAt;
  if (kind === 'policy') {
    const rules = lookedAt.rules.map((rule) => ({ section: 'numbers', ...rule }));
    return { ...NO_TEMPLATE, kind, problems: [], adopted: false, rules };
  }
  if (kind === 'refused') return { ...NO_TEMPLATE, kind, problems: [...lookedAt.problems], adopted: false };
  const { notYet, rules, sample, templateHash, templateId, titleZh, titleEn } = lookedAt;
  const told = { kind, templateHash, templateId, titleZh, titleEn, adopted: isAdopted };
  return {
    ...told,
    problems: [],
    notYet: [...notYet],
    rules: [...rules],
    sample: sample === null ? undefined : sampleOut(sample),
  };
};

/** Templates that are looked at and adopted, and years of holidays that are entered. */
@Controller()
export class TemplateOrdersController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'AdoptTemplate')
  async adoptTemplate(request: rpc.AdoptTemplateRequest, metadata: Metadata): Promise<rpc.AdoptTemplateResponse> {
    const { templateHash, handled } = await this.useCases.templates.adopt(request, callOf(metadata));
    return { receipt: receiptOf(handled), templateHash };
  }

  @GrpcMethod(SERVICE, 'CheckTemplate')
  async checkTemplate(request: rpc.CheckTemplateRequest, metadata: Metadata): Promise<rpc.CheckTemplateResponse> {
    const year = Number(localDateOf(callOf(metadata).now).slice(0, 4));
    const { parameters } = request;
    return lookedAtOut(await this.useCases.templates.check(request, { year, parameters }));
  }

  @GrpcMethod(SERVICE, 'EnterHolidays')
  async enterHolidays(request: rpc.EnterHolidaysRequest, metadata: Metadata): Promise<rpc.EnterHolidaysResponse> {
    return { receipt: receiptOf(await this.useCases.holidays.enter(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeHolidays')
  async proposeHolidays(request: rpc.ProposeHolidaysRequest, metadata: Metadata): Promise<rpc.ProposeHolidaysResponse> {
    const { proposalId, handled } = await this.useCases.holidays.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CorrectHolidays')
  async correctHolidays(request: rpc.CorrectHolidaysRequest, metadata: Metadata): Promise<rpc.CorrectHolidaysResponse> {
    return { receipt: receiptOf(await this.useCases.holidays.correct(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectHolidays')
  async rejectHolidays(request: rpc.RejectHolidaysRequest, metadata: Metadata): Promise<rpc.RejectHolidaysResponse> {
    return { receipt: receiptOf(await this.useCases.holidays.reject(request, callOf(metadata))) };
  }
}
