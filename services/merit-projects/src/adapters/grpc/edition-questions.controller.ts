import type * as editions from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import type * as templates from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { EDITION_SORTS, editionOf, editionsOf, PROPOSAL_SORTS, proposalsOf } from '../postgres/edition-questions.ts';
import {
  holidayProposalsOf,
  holidayYearsOf,
  TEMPLATE_SORTS,
  templateOf,
  templatesOf,
} from '../postgres/template-questions.ts';
import { SERVICE } from './tokens.ts';

const templateLists = listsOf('ListTemplates', TEMPLATE_SORTS);
const editionLists = listsOf('ListEditions', EDITION_SORTS);
const proposalLists = listsOf('ListProposals', PROPOSAL_SORTS);

/** Questions about templates, editions and holidays, answered from the read models. */
@Controller()
export class EditionQuestionsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'GetTemplate')
  async getTemplate(request: templates.GetTemplateRequest): Promise<templates.GetTemplateResponse> {
    const template = await templateOf(this.ground.rows, request.committeeId, request.templateHash);
    if (!template) throw refused({ reason: 'TEMPLATE_NOT_ADOPTED', field: 'templateHash' });
    return { template };
  }

  @GrpcMethod(SERVICE, 'ListTemplates')
  async listTemplates(request: templates.ListTemplatesRequest): Promise<templates.ListTemplatesResponse> {
    const asked = templateLists.asked(request);
    const found = await templatesOf(this.ground.rows, { ...asked, committeeId: request.committeeId });
    const { page, nextPageToken, counts } = templateLists.told(found, asked);
    return { templates: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListHolidays')
  async listHolidays(): Promise<templates.ListHolidaysResponse> {
    return { years: [...(await holidayYearsOf(this.ground.rows))] };
  }

  @GrpcMethod(SERVICE, 'ListHolidayProposals')
  async listHolidayProposals(): Promise<templates.ListHolidayProposalsResponse> {
    return { proposals: [...(await holidayProposalsOf(this.ground.rows, this.ground.privacy))] };
  }

  @GrpcMethod(SERVICE, 'GetEdition')
  async getEdition({ editionId }: editions.GetEditionRequest): Promise<editions.GetEditionResponse> {
    const edition = await editionOf(this.ground.rows, this.ground.privacy, editionId);
    if (!edition) throw refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' });
    return { edition };
  }

  @GrpcMethod(SERVICE, 'ListEditions')
  async listEditions(request: editions.ListEditionsRequest): Promise<editions.ListEditionsResponse> {
    const { rows, privacy } = this.ground;
    const asked = editionLists.asked(request);
    const { committeeId, seriesId } = request;
    const found = await editionsOf(rows, privacy, {
      ...{ ...asked, committeeId, seriesId },
      states: wordsOf(request.state, 'state'),
      years: wordsOf(request.year, 'year'),
    });
    const { page, nextPageToken, counts } = editionLists.told(found, asked);
    return { editions: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListProposals')
  async listProposals(request: editions.ListProposalsRequest): Promise<editions.ListProposalsResponse> {
    const { rows, privacy } = this.ground;
    const asked = proposalLists.asked({ ...request, q: '' });
    const found = await proposalsOf(rows, privacy, {
      ...{ ...asked, editionId: request.editionId },
      acts: wordsOf(request.act, 'act'),
      roles: wordsOf(request.role, 'role'),
    });
    const { page, nextPageToken, counts } = proposalLists.told(found, asked);
    return { proposals: [...page], nextPageToken, counts };
  }
}
