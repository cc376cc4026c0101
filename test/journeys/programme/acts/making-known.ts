import { addCalendarDays } from '@jiangong/calendar';
import { ownNoticeOf } from '@jiangong/programmes';
import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { allCandidates, subjectOf, titleOf } from './intake.ts';

type Shown = Readonly<{
  notice: Readonly<{ open: number; objections: number }>;
  objections: readonly Readonly<{ reopenings: number; objectorName: string }>[];
}>;

export const isOwnNotice = ({ compiled }: PlayedEdition, { id }: StageDays): boolean =>
  ownNoticeOf(compiled)?.stage.id === id;

/** The first day on which what was made known is over: the first of its days is not counted. */
export const declarableOn = ({ compiled, stages }: PlayedEdition, opensOn: string): string => {
  const own = ownNoticeOf(compiled);
  const stage = stages.find(({ id }) => id === own?.stage.id);
  if (own === undefined || stage === undefined) return opensOn;
  return addCalendarDays(stage.opensOn, own.notice.days + 1);
};

const OBJECTOR = '赵某（虚构）';

/** Somebody of the unit objects; the unit answers, the office sends the answer back, and it is answered anew. */
const object = async (edition: PlayedEdition, by: string, ownNoticeId: string, madeOn: string): Promise<void> => {
  const path = `/v1/own-notices/${ownNoticeId}`;
  const { objectionId } = await edition.order<{ objectionId: string }>(by, `${path}/objections`, {
    ...{ madeOn, objectorName: OBJECTOR, statement: '所列数据与台账不一致。' },
  });
  const answer = (said: string) =>
    edition.order(by, `${path}/objections/${objectionId}/answer`, { outcome: 'rejected', answer: said });
  // Each reads what he did himself last: nobody waits for what another one sees.
  const sees = async (who: string, expected: string): Promise<void> => {
    const { notice, objections } = await edition.get<Shown>(who, path);
    const [one] = objections;
    const told = `${notice.open} of ${notice.objections} open, sent back ${one?.reopenings}: ${one?.objectorName}`;
    if (told !== expected) throw new Error(`${edition.name}: ${who} sees of an objection ${told}`);
  };
  await answer('已核对，一致。');
  await edition.order(FIRST_OFFICER, `${path}/objections/${objectionId}/reopen`, { why: '未说明核对依据。' });
  await sees(FIRST_OFFICER, `1 of 1 open, sent back 1: ${OBJECTOR}`);
  await answer('已对照财务台账逐项核对，一致。');
  await sees(by, `0 of 1 open, sent back 1: ${OBJECTOR}`);
};

/** Every unit makes known what it means to declare; the first one by a wrong title first, which it takes down. */
export const makeKnown = async (edition: PlayedEdition): Promise<void> => {
  const { play, editionId } = edition;
  const stage = edition.stages.find((one) => isOwnNotice(edition, one));
  const candidates = allCandidates(edition);
  const begin = (at: number, title: string): Promise<Readonly<{ ownNoticeId: string }>> => {
    const candidate = candidates[at];
    if (candidate === undefined) throw new Error(`${edition.name}: nobody makes anything known`);
    const { unit, subject } = candidate;
    const subjectId = subjectOf(edition, candidate);
    return edition.order(`${unit.code}-officer`, '/v1/own-notices', {
      ...{ editionId, nominatorId: play.organization(unit.code), track: subject.id, title },
      ...(subjectId === null ? {} : { subjectId }),
    });
  };
  const { ownNoticeId: mistaken } = await begin(0, '标题有误（虚构）');
  const officer = `${candidates[0]?.unit.code ?? ''}-officer`;
  await edition.order(officer, `/v1/own-notices/${mistaken}/stop`, { why: '标题有误，改正后重新公示。' });
  const begun = await inParallel(candidates, (candidate) => begin(candidates.indexOf(candidate), titleOf(candidate)));
  candidates.forEach((candidate, at) => edition.madeKnown.set(titleOf(candidate), begun[at]?.ownNoticeId ?? ''));
  await object(edition, officer, begun[0]?.ownNoticeId ?? '', stage?.opensOn ?? '');
};
