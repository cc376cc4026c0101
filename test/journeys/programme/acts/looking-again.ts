import { addCalendarDays } from '@jiangong/calendar';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';

const PAGE = 200;
const DAYS_TO_MEND = 30;

type Waiting = Readonly<{ items: readonly Readonly<{ kind: string; subject: Readonly<{ id: string }> }>[] }>;
type Held = Readonly<{ items: readonly Readonly<{ honourId: string }>[] }>;

const waiting = async (edition: PlayedEdition): Promise<readonly string[]> => {
  const { items } = await edition.get<Waiting>(FIRST_OFFICER, '/v1/work');
  return items.filter(({ kind }) => kind === 'recheck-honour').map(({ subject }) => subject.id);
};

/** In the stage's days the office is told of each award that its edition gave: the first has something to mend, all others keep it. */
export const lookAgain = async (edition: PlayedEdition, today: string): Promise<void> => {
  const codes = edition.compiled.outcome.map(({ code }) => code);
  const held: string[] = [];
  for (const code of codes) {
    const path = `/v1/public/honours?award=${code}&standing=stands&pageSize=${PAGE}`;
    held.push(...(await edition.get<Held>(FIRST_OFFICER, path)).items.map(({ honourId }) => honourId));
  }
  const told = await waiting(edition);
  const missed = held.filter((honourId) => !told.includes(honourId));
  if (held.length === 0 || missed.length > 0)
    throw new Error(
      `${edition.name}: of ${held.length} awards ${missed.length} wait for nobody in the days of looking again`,
    );
  for (const [at, honourId] of held.entries()) {
    const outcome = at === 0 ? 'to-rectify' : 'kept';
    await edition.order(FIRST_OFFICER, `/v1/honours/${honourId}/rechecks`, {
      ...{ effectiveOn: today, outcome, report: '经查阅台账、实地走访（虚构）。' },
      ...(outcome === 'kept' ? {} : { rectifyBy: addCalendarDays(today, DAYS_TO_MEND) }),
    });
    edition.rechecked.push(outcome);
  }
  // Until what is to be mended has its day, nothing waits any more; what was kept waits in a year.
  await edition.play.platform.untilQuiet();
  const still = (await waiting(edition)).filter((honourId) => held.slice(1).includes(honourId));
  if (still.length > 0) throw new Error(`${edition.name}: ${still.length} awards that were looked at still wait`);
};
