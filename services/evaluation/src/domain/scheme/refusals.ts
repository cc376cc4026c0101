import type { Refusal } from '@jiangong/event-store';

export type SchemeRefusal = Refusal<'SCHEME_INVALID' | 'SCHEME_DEFINED_ALREADY'>;
