import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { workingYears, type WorkingYears } from '../../application/working-years.ts';
import { noticeDays } from '../../domain/working-days.ts';
import { campaignKnowledge } from '../postgres/campaign-knowledge.ts';
import {
  NOTICE_SORTS,
  type NoticeShown,
  noticesOf,
  noticesOfEntry,
  objectionStatus,
} from '../postgres/notice-questions.ts';
import { SERVICE } from './tokens.ts';

const noticeLists = listsOf('ListPublicNotices', NOTICE_SORTS);

/** Whoever does not ask for others means those that run. */
const RUNNING = ['running'] as const;

/** What everybody may see of notices, and how an objection stands. */
@Controller()
export class NoticesController {
  private readonly ground: Ground;
  private readonly years: WorkingYears;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
    this.years = workingYears(campaignKnowledge(ground));
  }

  private async told(notices: readonly NoticeShown[]): Promise<rpc.PublicNotice[]> {
    const table = await this.years.table();
    return notices.map((notice) => {
      const { workingDays = -1, ...days } = noticeDays(table, notice.noticeFrom, notice.noticeUntil);
      return { ...notice, ...days, workingDays };
    });
  }

  @GrpcMethod(SERVICE, 'ListPublicNotices')
  async listPublicNotices(request: rpc.ListPublicNoticesRequest): Promise<rpc.ListPublicNoticesResponse> {
    const { rows, privacy, clock } = this.ground;
    const asked = noticeLists.asked(request);
    const states = wordsOf(request.state, 'state');
    const found = await noticesOf(rows, privacy, {
      ...{ ...asked, editionId: request.editionId, now: clock.now() },
      states: states.length === 0 ? RUNNING : states,
      about: wordsOf(request.about, 'about'),
    });
    const { page, nextPageToken, counts } = noticeLists.told(found, asked);
    return { notices: await this.told(page), nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetPublicNotices')
  async getPublicNotices({ entryId }: rpc.GetPublicNoticesRequest): Promise<rpc.GetPublicNoticesResponse> {
    const { rows, privacy, clock } = this.ground;
    const notices = await noticesOfEntry(rows, privacy, entryId, clock.now());
    if (notices.length === 0) throw refused({ reason: 'NOTICE_NOT_FOUND', field: 'entryId' });
    return { notices: await this.told(notices) };
  }

  @GrpcMethod(SERVICE, 'GetObjectionStatus')
  async getObjectionStatus({ objectionId }: rpc.GetObjectionStatusRequest): Promise<rpc.GetObjectionStatusResponse> {
    const status = await objectionStatus(this.ground.rows, objectionId);
    if (!status) throw refused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
    return status;
  }
}
