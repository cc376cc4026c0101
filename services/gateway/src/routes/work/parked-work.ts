import {
  ListParkedRequest,
  OperationsServiceService,
} from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { WorkItem } from '@jiangong/contracts/jiangong/work/v1/work_service';
import { PAGE_SIZE_MAX } from '../fields.ts';
import type { RouteOutlet, ServiceName } from '../route.ts';

/** The kinds of work that no service tells of itself: any of them may have something parked. */
export const OPERATORS_WORK_KINDS = ['mend-parked'] as const;

export type ParkedWork = Readonly<{ items: readonly WorkItem[]; cut: boolean }>;

/** What the readers of one service have parked: counted up to a page, never opened. */
export const parkedIn = async (service: ServiceName, outlet: RouteOutlet): Promise<ParkedWork> => {
  const request = ListParkedRequest.fromPartial({ service, pageSize: PAGE_SIZE_MAX });
  const { parked, nextPageToken } = await outlet.call(service, OperationsServiceService.listParked, request);
  const item = WorkItem.fromPartial({
    ...{ kind: OPERATORS_WORK_KINDS[0], role: 'operator', subjectKind: 'service', subjectId: service },
    ...{ titleZh: service, titleEn: service, total: parked.length },
  });
  return { items: parked.length === 0 ? [] : [item], cut: nextPageToken !== '' };
};
