import { inParallel } from '../../demo/play/in-parallel.ts';
import type { PlayedEdition, PlayedEntry, StageDays } from '../edition.ts';
import { APPEAL_LEADER, byRole, speakerOf } from './acting.ts';
import { decidedPhases } from './deciding.ts';

type Appeals = Readonly<{ appeals: readonly Readonly<{ appealId: string; standing: string }>[] }>;

/** In percent: how many appeal against their ranks, beside the first. */
const APPEALING = 20;

const about = (roundId: string, { entryId }: PlayedEntry): string => `/v1/rounds/${roundId}/entries/${entryId}/appeals`;

const appealing = (edition: PlayedEdition): readonly PlayedEntry[] =>
  edition.entries.filter((entry, at) => at === 0 || edition.dice(`appeal ${entry.title}`).below(100) < APPEALING);

/** On the first day of the stage some units appeal against their ranks. */
export const appeal = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  for (const phase of decidedPhases(edition, stage))
    await inParallel(appealing(edition), async (entry) => {
      const isBranch = edition.compiled.subjects.some(({ id, of = [] }) => id === entry.track && of.includes('Branch'));
      const by = isBranch ? speakerOf(edition, entry) : (byRole('unit-officer', entry) ?? '');
      await edition.order(by, about(edition.round(phase), entry), { matter: 'rank', why: '名次与实绩不符（虚构）。' });
    });
};

/** On its last day each of them is answered: no circular goes out before. */
export const answerAppeals = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const leads = edition.rolesOf(stage).includes('committee-leader');
  const by = leads ? APPEAL_LEADER : 'inspector-1';
  for (const phase of decidedPhases(edition, stage))
    await inParallel(appealing(edition), async (entry) => {
      const path = about(edition.round(phase), entry);
      const { appeals } = await edition.get<Appeals>(by, path);
      for (const { appealId } of appeals.filter(({ standing }) => standing === 'open'))
        await edition.order(by, `${path}/${appealId}/decide`, {
          ...{ verdict: { outcome: 'rejected' }, why: '经复核，名次无误（虚构）。' },
        });
    });
};
