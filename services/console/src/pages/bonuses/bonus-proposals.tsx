import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { sayHundredths } from '../../components/hundredths.ts';
import { type Answering, EntryProposals, type Who } from '../rounds/entry-proposals.tsx';
import { type Bonus, BONUS_TOUCHES, type Of, ofEntry } from './shared.ts';

type Proposal = Bonus['proposals'][number];

const send =
  (of: Of) =>
  async ({ proposalId }: Proposal, how: Answering, body: Readonly<{ why: string }>, key: string) => {
    const asked = { params: { path: { ...ofEntry(of), proposalId }, header: under(key) }, body };
    const path = '/v1/rounds/{roundId}/entries/{entryId}/bonus-proposals/{proposalId}';
    return answerOf(
      how === 'carry-out' ? api.POST(`${path}/carry-out` as const, asked) : api.POST(`${path}/reject` as const, asked),
    );
  };

/** What one proposed about a claim and another carries out or turns down. */
export const BonusProposals = ({ bonus, grants, personId, ...of }: Of & Who & Readonly<{ bonus: Bonus }>) => {
  const { t } = useTranslation();
  return (
    <EntryProposals
      {...{ id: 'bonus-proposals', proposals: bonus.proposals, grants, personId }}
      ways={{
        what: ({ claimId, outcome, points }) => (
          <>
            <strong>{bonus.claims.find((one) => one.claimId === claimId)?.honour ?? ''}</strong> →{' '}
            {t(`bonuses.standing.${outcome}`)}
            {outcome === 'granted' && ` ${t('bonuses.gives', { points: sayHundredths(points) })}`}
          </>
        ),
        about: ({ because }) => t(`bonuses.becauses.${because}`),
        title: () => t('bonuses.settle'),
        carriedOut: t('bonuses.decided'),
        touches: BONUS_TOUCHES,
        send: send(of),
      }}
    />
  );
};
