import { type EditionStory, isScored, type EntryStory } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import { objectTo } from '../../http/object-to.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';

const publish = async (play: Play, entry: EntryStory): Promise<void> => {
  await play.as('officer-2').order({
    path: `/v1/entries/${play.entry(entry.code).entryId}/publish`,
    key: play.key(`publish ${entry.code}`),
  });
};

/** A citizen objects under a real name, which stays protected. */
const object = async (play: Play, entry: EntryStory): Promise<{ entry: EntryStory; objectionId: string }> => {
  const objectionId = await objectTo(play.public, play.entry(entry.code).entryId, {
    key: play.key(`objection ${entry.code}`),
    objection: {
      objectorName: '钱知远（虚构）',
      objectorContact: '000-00000000',
      statement: '申报材料中的受益人数与实际情况不符，请予核实。',
    },
  });
  return { entry, objectionId };
};

const settle = async (
  play: Play,
  { entry, objectionId }: { entry: EntryStory; objectionId: string },
): Promise<void> => {
  const upheld = entry.fate === 'objection-upheld';
  await play.as(FIRST_OFFICER).order({
    path: `/v1/objections/${objectionId}/settle`,
    key: play.key(`settle ${entry.code}`),
    body: upheld
      ? { outcome: 'upheld-remove', answer: '经核查情况属实，取消该项目参评资格。' }
      : { outcome: 'rejected', answer: '经核查，申报数据有原始台账佐证，异议不成立。' },
  });
};

/** Public notice for the edition's working days; three objections are received, investigated and answered. */
export const giveNotice = async (play: Play, { year, entries }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-11-20`));
  const cleared = entries.filter((entry) => isScored(entry) || entry.fate === 'objection-upheld');
  await inParallel(cleared, (entry) => publish(play, entry));
  await play.platform.moveClock(morningOf(`${year}-11-24`));
  const objected = cleared.filter(({ fate }) => fate.startsWith('objection-'));
  const objections = await inParallel(objected, (entry) => object(play, entry));
  await play.platform.moveClock(morningOf(`${year}-11-25`));
  await inParallel(objections, (objection) => settle(play, objection));
  play.progress.tell(`${year}: ${cleared.length} entries published, ${objections.length} objections settled`);
};
