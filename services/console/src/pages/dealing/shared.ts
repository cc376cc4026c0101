import type { Schemas } from '../../api/client.ts';

export type Dealing = Schemas['Dealing'];
export type DealtSeat = Dealing['seats'][number];
export type Conflict = Dealing['conflicts'][number];
export type Summary = Dealing['deals'][number];
