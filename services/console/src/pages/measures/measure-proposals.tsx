import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { sayDay } from '../../components/dates.ts';
import { PaperLinks } from '../checklists/paper-links.tsx';
import { type Answering, EntryProposals, type Who } from '../rounds/entry-proposals.tsx';
import { MEASURE_TOUCHES, type Measures, type Of, sourceName, unitOf } from './shared.ts';

type Proposal = Measures['proposals'][number];

const send =
  ({ roundId, entryId }: Of) =>
  async ({ proposalId, sourceId }: Proposal, how: Answering, body: Readonly<{ why: string }>, key: string) => {
    const asked = { params: { path: { roundId, entryId, sourceId, proposalId }, header: under(key) }, body };
    const of = '/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}/proposals/{proposalId}';
    return answerOf(
      how === 'carry-out' ? api.POST(`${of}/carry-out` as const, asked) : api.POST(`${of}/reject` as const, asked),
    );
  };

/** What one proposed about a value and another carries out or turns down. */
export const MeasureProposals = ({ told, grants, personId, ...of }: Of & Who & Readonly<{ told: Measures }>) => {
  const { t } = useTranslation();
  const what = ({ sourceId, attempt, asked, value, dayOf }: Proposal) => {
    const source = told.sources.find((one) => one.sourceId === sourceId);
    const becomes =
      asked === 'none'
        ? t('measures.asked.none')
        : [`${value ?? ''} ${unitOf(source?.unit ?? '', t)}`, ...(dayOf === null ? [] : [sayDay(dayOf)])].join(' · ');
    return (
      <>
        <strong>
          {source === undefined ? sourceId : sourceName(source)} · {t('measures.attempt', { attempt })}
        </strong>{' '}
        → {becomes}
      </>
    );
  };
  return (
    <EntryProposals
      {...{ id: 'measure-proposals', proposals: told.proposals, grants, personId }}
      ways={{
        what,
        about: ({ because, origin }) => [t(`measures.becauses.${because}`), origin].filter(Boolean).join(' · '),
        below: ({ entryId, sourceId, evidence }) => (
          <PaperLinks
            {...{ entryId, evidence }}
            under={`/v1/rounds/${of.roundId}/entries/${entryId}/measures/${sourceId}`}
          />
        ),
        title: () => t('measures.settle'),
        carriedOut: t('measures.changed'),
        touches: MEASURE_TOUCHES,
        send: send(of),
      }}
    />
  );
};
