import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../../api/questions/own.ts';
import { sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { PaperLinks } from '../checklists/paper-links.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { type Appeal, type Appeals, type Of, sayMatter, TONES } from './shared.ts';

type Verdict = Appeal['verdicts'][number];

const VerdictText = ({ verdict }: Readonly<{ verdict: Verdict }>) => {
  const { t } = useTranslation();
  const { outcome, remedy, why, decidedByName, decidedAt, reopenedAt, reopenedWhy, reopenedByName } = verdict;
  return (
    <blockquote>
      <p>
        {[t(`appeals.standing.${outcome}`), ...(remedy === null ? [] : [t(`appeals.remedies.${remedy}`)])].join(' · ')}{' '}
        <span className="quiet">
          {nameIn(decidedByName)} {sayMoment(decidedAt)}
        </span>
      </p>
      <p className="prose">{why}</p>
      {reopenedAt !== null && (
        <>
          <p>
            {t('appeals.reopened')}{' '}
            <span className="quiet">
              {nameIn(reopenedByName)} {sayMoment(reopenedAt)}
            </span>
          </p>
          <p className="prose">{reopenedWhy}</p>
        </>
      )}
    </blockquote>
  );
};

type Act = 'withdraw' | 'decide' | 'reopen';

/** What the caller may do with the appeal; orders are decided by their own rules. */
const actsOf = (
  { subject, decides, reopens }: Appeals,
  { standing, verdicts }: Appeal,
  personId: string | undefined,
): readonly Act[] => {
  if (standing === 'open') return [...(subject ? ['withdraw' as const] : []), ...(decides ? ['decide' as const] : [])];
  // Who gave the answer leaves it to another whether it was wrong.
  const isOwn = verdicts.at(-1)?.decidedBy === personId;
  return standing !== 'withdrawn' && reopens && !isOwn ? ['reopen'] : [];
};

/** One appeal: against what, why, and what became of it. */
export const AppealCard = ({ told, appeal, ...of }: Of & Readonly<{ told: Appeals; appeal: Appeal }>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Act>();
  const { appealId, standing, why, evidence, filedByName, filedAt, verdicts, withdrawnWhy } = appeal;
  const acts = actsOf(told, appeal, useQuery(me).data?.personId);
  const close = () => setOpen(undefined);
  return (
    <li className="finding">
      <p>
        <strong>{sayMatter(t, appeal)}</strong> <Mark tone={TONES[standing]}>{t(`appeals.standing.${standing}`)}</Mark>
      </p>
      <p className="quiet">
        {nameIn(filedByName)} {sayMoment(filedAt)}
      </p>
      <p className="prose">{why}</p>
      <PaperLinks
        {...{ entryId: of.entryId, evidence }}
        under={`/v1/rounds/${of.roundId}/entries/${of.entryId}/appeals/${appealId}`}
      />
      {verdicts.map((one) => (
        <VerdictText key={one.decidedAt} verdict={one} />
      ))}
      {withdrawnWhy !== null && <p className="prose">{withdrawnWhy}</p>}
      {acts.length > 0 && (
        <p className="row">
          {acts.map((act) => (
            <Button key={act} type={act === 'decide' ? 'primary' : 'default'} onClick={() => setOpen(act)}>
              {t(`appeals.${act}`)}
            </Button>
          ))}
        </p>
      )}
      {open === 'decide' && <DecideDialog {...of} appeal={appeal} onClose={close} />}
      {(open === 'withdraw' || open === 'reopen') && (
        <ReasonDialog {...of} how={open} appeal={appeal} onClose={close} />
      )}
    </li>
  );
};
