import type { Schemas } from '../../api/client.ts';

export type Act = Schemas['RoundProposal']['act'];

type Field = 'seat' | 'seats' | 'person' | 'people' | 'entry' | 'until' | 'lot';

/** What each act asks for beside its reason. */
export const FIELDS: Readonly<Record<Act, readonly Field[]>> = {
  OpenLate: ['until'],
  ReopenRound: ['seats', 'until'],
  VacateSeat: ['seat'],
  ExcuseSeat: ['seat'],
  DrawReplacement: ['seat', 'people'],
  DeclareRecusal: ['person', 'entry'],
  LiftRecusal: ['person', 'entry'],
  TakeOutEntry: ['entry'],
  PutBackEntry: ['entry'],
  RedealEntries: ['lot'],
  DismissConflict: ['person', 'entry'],
  RedrawOrder: ['lot'],
  ReopenEntry: ['entry', 'seats'],
  // Proposed beside the result, where those who rank alike stand.
  ChooseGoingOn: [],
  // Proposed beside the check-lists, where all items stand.
  RedrawList: [],
  AnnulRound: [],
};

/** A form as it is filled in; an act has the fields that it asks for. */
export type Asking = Readonly<{
  why: string;
  reason?: string;
  seatId?: string;
  seatIds?: readonly string[];
  personId?: string;
  personIds?: readonly string[];
  entryId?: string;
  until?: string;
  lot?: string;
}>;

/** The committee's clock has no summer time: `2026-12-12T18:00` is said in Shanghai. */
const ZONE_OFFSET = '+08:00';
export const instantOf = (local: string): string => new Date(`${local}:00.000${ZONE_OFFSET}`).toISOString();

/** The terms of an act, with exactly what it asks for. */
export const termsOf = (act: Act, { until, ...asking }: Omit<Asking, 'why'>): object => ({
  act,
  ...Object.fromEntries(Object.entries(asking).filter(([, value]) => value !== undefined)),
  ...(until === undefined ? {} : { until: instantOf(until) }),
});
