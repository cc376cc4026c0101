import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voteCodes } from '../../api/questions/ballots.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import type { Framed } from '../rounds/round-frame.tsx';
import { isSecond, runsRounds } from '../rounds/may-do.ts';
import {
  type Batch,
  type CodeBallot,
  type Made,
  MakeDialog,
  type Voiding,
  VoidingDialog,
} from './vote-code-dialogs.tsx';
import { VoteSlips } from './vote-slips.tsx';

const TONES: Readonly<Record<Batch['standing'], Tone>> = { good: 'good', 'voiding-proposed': 'waiting', void: 'bad' };

type Acting = Pick<Framed, 'grants' | 'personId'> & Readonly<{ isLive: boolean; onAct: (voiding: Voiding) => void }>;

const Acts = ({ batch, grants, personId, isLive, onAct }: Acting & Readonly<{ batch: Batch }>) => {
  const { t } = useTranslation();
  if (!isLive || batch.standing === 'void') return null;
  if (batch.standing === 'good')
    return runsRounds(grants) ? (
      <Button onClick={() => onAct({ act: 'propose', batch })}>{t('voteCodes.propose')}</Button>
    ) : null;
  if (!runsRounds(grants) && !isSecond(grants)) return null;
  return (
    <>
      {batch.proposedBy !== personId && (
        <Button danger onClick={() => onAct({ act: 'carryOut', batch })}>
          {t('voteCodes.carryOut')}
        </Button>
      )}
      <Button onClick={() => onAct({ act: 'reject', batch })}>{t('voteCodes.reject')}</Button>
    </>
  );
};

const useColumns = (acting: Acting, isOver: boolean): readonly Column<Batch>[] => {
  const { t } = useTranslation();
  return [
    { key: 'entry', title: t('ballots.entry'), isHead: true, cell: ({ title }) => title },
    { key: 'at', title: t('voteCodes.at'), cell: ({ madeAt }) => sayMoment(madeAt) },
    { key: 'made', title: t('voteCodes.count'), isNumber: true, cell: ({ made }) => made },
    {
      key: 'used',
      title: t('voteCodes.used'),
      isNumber: true,
      cell: ({ used }) => (isOver ? used : t('ballots.atLeast', { count: used })),
    },
    {
      key: 'standing',
      title: t('ballots.state'),
      cell: (row) => (
        <>
          <Mark tone={TONES[row.standing]}>{t(`voteCodes.standing.${row.standing}`, { count: row.voided })}</Mark>
          {row.standing !== 'good' && (
            <span className="quiet">
              {' '}
              {t('voteCodes.proposed', { why: row.why, name: nameIn(row.proposedByName) ?? t('none') })}
            </span>
          )}
        </>
      ),
    },
    { key: 'acts', title: t('campaigns.acts'), cell: (batch) => <Acts {...acting} batch={batch} /> },
  ];
};

type Of = Pick<Framed, 'grants' | 'personId'> & Readonly<{ roundId: string; ballot: CodeBallot }>;

const CodesOf = ({ roundId, ballot, ...who }: Of) => {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  const [voiding, setVoiding] = useState<Voiding>();
  const [made, setMade] = useState<Made>();
  const isLive = ballot.closesAt !== null && (ballot.stage === 'collecting' || ballot.stage === 'voting');
  const columns = useColumns({ ...who, isLive, onAct: setVoiding }, ballot.stage === 'closed');
  const { batches, issueUntil, least } = ballot;
  return (
    <section>
      <h2>{t('voteCodes.title')}</h2>
      <p className="quiet">{t('voteCodes.lead', { at: sayMoment(issueUntil), least })}</p>
      {isLive && runsRounds(who.grants) && (
        <p className="row">
          <Button onClick={() => setMaking(true)}>{t('voteCodes.make')}</Button>
        </p>
      )}
      {made !== undefined && (
        <VoteSlips
          made={made}
          title={batches.find(({ batchId }) => batchId === made.batchId)?.title ?? ''}
          onKept={() => setMade(undefined)}
        />
      )}
      {batches.length === 0 ? (
        <p className="quiet">{t('voteCodes.none')}</p>
      ) : (
        <ListTable label={t('voteCodes.title')} columns={columns} rows={batches} keyOf={({ batchId }) => batchId} />
      )}
      {isMaking && (
        <MakeDialog
          roundId={roundId}
          ballot={ballot}
          onClose={() => setMaking(false)}
          onMade={(done) => {
            setMade(done);
            setMaking(false);
          }}
        />
      )}
      {voiding !== undefined && (
        <VoidingDialog roundId={roundId} ballot={ballot} voiding={voiding} onClose={() => setVoiding(undefined)} />
      )}
    </section>
  );
};

/** Codes of the ballots in which the public votes: made for an entry, shown once, void by two persons. One call. */
export const VoteCodes = ({
  roundId,
  grants,
  personId,
}: Pick<Framed, 'grants' | 'personId'> & Readonly<{ roundId: string }>) => {
  const query = useQuery(voteCodes(roundId));
  return (
    <Answered query={query}>
      {({ items }) => (
        <>
          {items.map((ballot) => (
            <CodesOf key={ballot.sourceId} roundId={roundId} ballot={ballot} grants={grants} personId={personId} />
          ))}
        </>
      )}
    </Answered>
  );
};
