import type { RefusalText } from '@jiangong/service-host';

export const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
export const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
export const notFound = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
export const already = (zh: string, en: string): RefusalText => ({ status: 'ALREADY_EXISTS', zh, en });
export const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
