import { createHash } from 'node:crypto';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';

const INSPECTOR = 'inspector-1';

type Asked = Readonly<{
  questions: readonly Readonly<{
    questionId: string;
    answerKind: 'flag' | 'count' | 'word';
    words: readonly string[];
    zh: string;
  }>[];
  answers: readonly Readonly<{
    entryId: string;
    questionId: string;
    standing: 'awaited' | 'answered';
    known: string | null;
  }>[];
  unanswered: number;
}>;

/** Of those asked about one in so many is what the question asks for, whatever the order in which they are asked about. */
const EVERY = 3;
/** More rounds of answers than entries that could come within reach one after the other. */
const ROUNDS_MAX = 200;

/** Months without a sanction: few of them are what keeps somebody out. */
const FEW_MONTHS = '6';
const MANY_MONTHS = '60';

const valueOf = ({ answerKind, words, zh }: Asked['questions'][number], isSo: boolean): string => {
  if (answerKind === 'word') return (isSo ? words[0] : undefined) ?? 'other';
  if (zh.includes('月')) return isSo ? FEW_MONTHS : MANY_MONTHS;
  if (answerKind === 'count') return isSo ? '1' : '0';
  return String(isSo);
};

/** What rules of awards ask of those within reach is looked up, until nobody else comes within reach; the first answer is put right by a second person. */
export const lookUp = async (edition: PlayedEdition, path: string): Promise<void> => {
  let at = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const { questions, answers, unanswered } = await edition.get<Asked>(FIRST_OFFICER, `${path}/facts`);
    if (unanswered === 0) return;
    for (const { entryId, questionId, known } of answers.filter(({ standing }) => standing === 'awaited')) {
      const question = questions.find((one) => one.questionId === questionId);
      if (question === undefined) throw new Error(`${edition.name}: nobody asks ${questionId}`);
      const isSo = edition.dice(`fact ${edition.nameOf(entryId)} ${question.zh}`).below(EVERY) === 0;
      const of = `${path}/entries/${entryId}/facts/${questionId}`;
      const file = createHash('sha256').update(`${of} 依据`).digest('hex');
      if (known !== null) {
        // The rating before is on record: nothing else is taken.
        await edition.order(FIRST_OFFICER, of, { value: known, file, why: '本届上一次评定的决定（虚构）。' });
        continue;
      }
      const wrong = { value: valueOf(question, at === 0 ? !isSo : isSo), file, why: '查阅档案（虚构）。' };
      await edition.order(FIRST_OFFICER, of, wrong);
      if (at === 0)
        await edition.order(INSPECTOR, `${of}/correct`, {
          ...wrong,
          value: valueOf(question, isSo),
          why: '复核更正（虚构）。',
        });
      at += 1;
    }
  }
  throw new Error(`${edition.name}: what the rules of awards ask has no end`);
};
