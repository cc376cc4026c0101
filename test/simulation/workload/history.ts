import type { Receipt } from '@jiangong/event-store';

/** How a command ended for the one who sent it. */
export type Ending =
  | Readonly<{
      kind: 'acknowledged';
      receipts: readonly Receipt[];
      position: number;
      headAtAnswer: number;
      repeated: boolean;
    }>
  /** Refused at a try before which none had an unknown outcome: surely nothing was stored. */
  | Readonly<{ kind: 'refused'; reason: string }>
  /** No answer, or a refusal after a try without one. */
  | Readonly<{ kind: 'unknown' }>;

/** One command, whatever the number of its tries. */
export type SentCommand = Readonly<{ requestId: string; what: string; tries: number; ending: Ending }>;
