import { createHash } from 'node:crypto';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';

type Recommendation = Readonly<{
  recommendationId: string;
  entryId: string;
  rule: string;
  outside: string;
  standing: string;
  left: boolean;
  decided: unknown;
}>;
type Recommendations = Readonly<{ recommendations: readonly Recommendation[] }>;

const recommended = async (edition: PlayedEdition, phase: string): Promise<readonly Recommendation[]> =>
  (await edition.get<Recommendations>(FIRST_OFFICER, `/v1/rounds/${edition.round(phase)}/recommendations`))
    .recommendations;

const paper = (edition: PlayedEdition, of: string, effectiveOn: string) => ({
  ...{ documentNumber: `${of}〔${edition.year}〕（虚构）`, effectiveOn },
  file: createHash('sha256').update(`${edition.name} ${of}`).digest('hex'),
});

/** Whoever was chosen goes on to the level above, each with the letter that says so. */
export const putForward = async (edition: PlayedEdition, today: string): Promise<void> => {
  for (const phase of edition.decisions.keys())
    for (const { entryId, rule, standing, left } of await recommended(edition, phase))
      if (standing !== 'put-forward' && !left)
        await edition.order(FIRST_OFFICER, `/v1/rounds/${edition.round(phase)}/recommendations`, {
          ...{ rule, entryId, ...paper(edition, '示直工', today) },
        });
};

/** Of those put forward every second one is honoured above. */
export const recordOutside = async (edition: PlayedEdition, today: string): Promise<void> => {
  for (const phase of edition.decisions.keys()) {
    const sent = (await recommended(edition, phase)).filter(
      ({ standing, decided }) => standing === 'put-forward' && decided === null,
    );
    for (const [at, { recommendationId, outside }] of sent.entries())
      await edition.order(FIRST_OFFICER, `/v1/recommendations/${recommendationId}/outside-decision`, {
        ...{ outcome: at % 2 === 0 ? 'given' : 'not-given', level: outside, ...paper(edition, '省级', today) },
      });
  }
};
