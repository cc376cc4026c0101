/** One turn of an entry. `seatIds`: who marks it; null: everybody who does not stand recused. */
export type Turn = Readonly<{
  entryId: string;
  turn: number;
  seatIds: readonly string[] | null;
  standing: 'on-stage' | 'put-off' | 'closed';
  /** Its marks were opened. */
  opened: boolean;
}>;

export type Shown = Readonly<{ entryId: string; turn: number; score: number; decimals: number; sheets: number }>;

export type Draw = Readonly<{ commitment: string; secret: string; lot: string; seed: string; reason: string | null }>;

/** How far a contest is; of a round that is none it stays as it begins. */
export type Contest = Readonly<{
  /** Of the next draw of the order; null: none is drawn. */
  commitment: string | null;
  /** As it was drawn last; null: not drawn. */
  order: readonly string[] | null;
  /** All draws; the last one holds. */
  draws: readonly Draw[];
  turns: readonly Turn[];
  /** Put off, in order: one that was put off again stands at the end. */
  putOff: readonly string[];
  /** The latest score of each entry, in the order of showing. */
  shown: readonly Shown[];
}>;

export const NO_CONTEST: Contest = { commitment: null, order: null, draws: [], turns: [], putOff: [], shown: [] };

/** The turn under way. */
export const onStage = ({ turns }: Contest): Turn | undefined => turns.find(({ standing }) => standing === 'on-stage');

/** The latest turn of an entry that came to its end. */
export const closedTurn = ({ turns }: Contest, entryId: string): Turn | undefined =>
  turns.findLast((turn) => turn.entryId === entryId && turn.standing === 'closed');

/** The turn that an entry would have next. */
export const nextTurn = ({ turns }: Contest, entryId: string): number =>
  turns.filter((turn) => turn.entryId === entryId).length + 1;

/** The part of a seat's sheets that a turn is: nothing of one turn is ever in another's. */
export const partOf = ({ entryId, turn }: Pick<Turn, 'entryId' | 'turn'>): string => `${entryId}.${turn}`;

/** The entry that a part is about; undefined: the part is the whole sheet. */
export const entryOfPart = (part: string): string | undefined =>
  part.includes('.') ? part.slice(0, part.lastIndexOf('.')) : undefined;

/**
 * Who appears when: in the order drawn, or by id where none is; who came after the draw behind it, who was put off behind all. Without
 * those that have had their turn.
 */
export const queueOf = (contest: Contest, entryIds: readonly string[]): readonly string[] => {
  const order = contest.order ?? [];
  const waits = (entryId: string): boolean => closedTurn(contest, entryId) === undefined;
  const known = [
    ...order.filter((entryId) => entryIds.includes(entryId)),
    ...entryIds.filter((entryId) => !order.includes(entryId)).toSorted(),
  ].filter(waits);
  const { putOff } = contest;
  return [
    ...known.filter((entryId) => !putOff.includes(entryId)),
    ...putOff.filter((entryId) => known.includes(entryId)),
  ];
};
