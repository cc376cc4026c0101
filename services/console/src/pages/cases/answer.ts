import type { Schemas } from '../../api/client.ts';
import type { Settled } from '../../api/questions/cases.ts';
import { reasonsIn } from '../review/check-list.ts';

type Summary = Schemas['ObjectionSummary'];
type Standing = Schemas['EntryLine']['standing'];
export type Outcome = Settled['outcome'];

/** What an officer has chosen and written so far. */
export type Answer = Readonly<{ outcome: Outcome | null; answer: string; reasons: string; redeclareBy: string }>;

export const NO_ANSWER: Answer = { outcome: null, answer: '', reasons: '', redeclareBy: '' };

const OUTCOMES: readonly Outcome[] = ['rejected', 'upheld-return', 'upheld-remove', 'upheld'];

/** It is being scored, or was: what touches it then is done by two offices. */
export const isEntered = (standing: Standing): boolean => standing === 'in-evaluation' || standing === 'commended';

/** What can come of it: what is being scored is mended no more, and a result is put right by the evaluation. */
export const outcomesFor = ({ against }: Pick<Summary, 'against'>, standing: Standing): readonly Outcome[] =>
  OUTCOMES.filter(
    (outcome) =>
      (outcome !== 'upheld-return' || !isEntered(standing)) && (outcome !== 'upheld' || against === 'result'),
  );

/** Two offices remove what is being scored. */
export const needsSecond = ({ outcome }: Answer, standing: Standing): boolean =>
  outcome === 'upheld-remove' && isEntered(standing);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an earlier page kept, as far as this one knows it. */
export const restoredAnswer = (kept: unknown): Answer | null =>
  isRecord(kept)
    ? {
        outcome: OUTCOMES.find((outcome) => outcome === kept['outcome']) ?? null,
        answer: textOf(kept['answer']),
        reasons: textOf(kept['reasons']),
        redeclareBy: textOf(kept['redeclareBy']),
      }
    : null;

/** What is lacking before it can be given; null: nothing. */
export const lackingIn = ({ outcome, answer, reasons }: Answer): 'choose' | 'write' | 'writeReasons' | null => {
  if (outcome === null) return 'choose';
  if (answer.trim() === '') return 'write';
  return outcome === 'upheld-return' && reasonsIn(reasons).length === 0 ? 'writeReasons' : null;
};

/** As it is sent: a return, and only a return, has reasons and a deadline. */
export const toSend = ({ outcome, answer, reasons, redeclareBy }: Answer): Settled | null => {
  if (outcome === null) return null;
  const body = { outcome, answer: answer.trim() };
  return outcome === 'upheld-return' ? { ...body, reasons: reasonsIn(reasons), redeclareBy } : body;
};
