import type { Handled, OrderContext } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { bonusDecider } from '../domain/bonus/decider.ts';
import { checklistDecider } from '../domain/checklist/decider.ts';
import { measureDecider } from '../domain/measure/decider.ts';
import { type NotesFact, notesDecider } from '../domain/notes/notes.ts';
import { paperBoxDecider } from '../domain/paper-box/decider.ts';
import { remindersDecider } from '../domain/reminders/reminders.ts';
import { roundDecider, type RoundOrder } from '../domain/round/decider.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { sheetDecider } from '../domain/sheet/decider.ts';
import { bonusCodec } from './bonus-codec.ts';
import { checklistCodec } from './checklist-codec.ts';
import { measureCodec } from './measure-codec.ts';
import { paperBoxCodec } from './paper-box-codec.ts';
import type { Knowledge, Random } from './ports.ts';
import { proseCodec, proseKey } from './prose-codec.ts';
import { roundCodec } from './round-codec.ts';
import { type RoundRead, roundReader } from './round-reader.ts';
import { sheetCodec } from './sheet-codec.ts';
import { roundStream } from './streams.ts';

type Sent = Readonly<{ body: unknown; context: OrderContext; expectedRevision?: number }>;

/** The rule books bound to the log, and what use cases know besides: what every use case of this service stands on. */
export const evaluationOf = (ground: Ground, knowledge: Knowledge, random: Random) => {
  const handleRound = ground.handler(roundDecider, roundCodec(ground.privacy));
  const readRound: (roundId: string) => Promise<RoundRead> = roundReader(ground.store);
  return {
    ground,
    knowledge,
    random,
    readRound,
    handleNotes: ground.handler(
      notesDecider,
      proseCodec<NotesFact>(ground.privacy, ({ data }) => proseKey(data.notesId)),
    ),
    handleBonus: ground.handler(bonusDecider, bonusCodec(ground.privacy)),
    handleChecklist: ground.handler(checklistDecider, checklistCodec(ground.privacy)),
    handleMeasure: ground.handler(measureDecider, measureCodec(ground.privacy)),
    handlePaperBox: ground.handler(paperBoxDecider, paperBoxCodec(ground.privacy)),
    handleReminders: ground.handler(remindersDecider),
    handleSheet: ground.handler(sheetDecider, sheetCodec(ground.privacy)),
    /** One order for one round. */
    sendRound: (roundId: string, order: RoundOrder, sent: Sent): Promise<Handled<RoundFact, RoundRefusal>> =>
      handleRound({ stream: roundStream(roundId), order, ...sent }),
  };
};

export type Evaluation = ReturnType<typeof evaluationOf>;

/** What an order takes from its call; `body` is the request as it came, with its RPC's name. */
export const sentBy = (call: CallContext, rpc: string, request: object): Sent => ({
  body: { rpc, ...request },
  context: call,
  ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
});
