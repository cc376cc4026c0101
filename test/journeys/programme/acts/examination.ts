import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { confirmListed, listsPeople } from './listing.ts';

const INSPECTOR = 'inspector-1';

type Needed = Readonly<{
  needs: readonly Readonly<{ need: string; item: string; verdict: string; reviewerSays: string | null }>[];
}>;

/** What the platform could not tell of an entry is looked up: in the invented province it is always as it should be. */
const lookedUp = async (edition: PlayedEdition, entryId: string) => {
  const { needs } = await edition.get<Needed>(FIRST_OFFICER, `/v1/entries/${entryId}`);
  return needs
    .filter(({ verdict }) => verdict === 'undetermined')
    .map(({ item }) => ({ item, met: true, explanation: '经查阅组织部门台账，符合条件（虚构）。' }));
};

export const review = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  if (listsPeople(edition) && edition.rolesOf(stage).includes('unit-officer')) return confirmListed(edition);
  await inParallel(edition.entries, async ({ entryId }) =>
    edition.order(FIRST_OFFICER, `/v1/entries/${entryId}/review`, {
      ...{ outcome: 'passed', answers: [{ item: '材料完整性', met: true }, ...(await lookedUp(edition, entryId))] },
    }),
  );
};

export const clear = async (edition: PlayedEdition): Promise<void> => {
  await inParallel(edition.entries, async ({ entryId }, at) => {
    await edition.order(FIRST_OFFICER, `/v1/entries/${entryId}/clearance-request`, { scopes: ['entry'] });
    const { needs } = await edition.get<Needed>(FIRST_OFFICER, `/v1/entries/${entryId}`);
    const open = needs.filter(({ verdict, reviewerSays }) => verdict === 'undetermined' && reviewerSays === null);
    await edition.order(INSPECTOR, `/v1/entries/${entryId}/clearance`, {
      opinions: [{ scope: 'entry', outcome: 'cleared' }],
      opinionNumber: `示纪审〔${edition.year}〕${at + 1}号`,
      why: '',
      needsMet: open.map(({ need }) => need),
    });
  });
};

export const publish = async (edition: PlayedEdition): Promise<void> => {
  await inParallel(edition.entries, ({ entryId }) => edition.order(FIRST_OFFICER, `/v1/entries/${entryId}/publish`));
};
