import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { sayHundredths } from '../../components/hundredths.ts';
import { PaperLinks } from '../checklists/paper-links.tsx';
import { WithdrawClaimDialog } from './claim-dialog.tsx';
import { type Bonus, type Claim, type Group, type Item, levelName, type Of } from './shared.ts';
import { type How, VerdictDialog } from './verdict-dialog.tsx';

const TONES: Readonly<Record<Claim['standing'], Tone>> = {
  waiting: 'waiting',
  granted: 'good',
  declined: 'bad',
  withdrawn: 'plain',
};

type Verdict = NonNullable<Claim['verdict']>;

const VerdictText = ({ verdict, item }: Readonly<{ verdict: Verdict; item: Item }>) => {
  const { t } = useTranslation();
  const { outcome, levelId, points, reason, why, decidedByName, decidedAt } = verdict;
  const level = levelId === null ? undefined : levelName(item, levelId);
  const said =
    outcome === 'granted'
      ? [level, t('bonuses.gives', { points: sayHundredths(points) })]
      : [reason === null ? undefined : t(`bonuses.declining.${reason}`)];
  return (
    <>
      <p>
        {t(`bonuses.standing.${outcome}`)} {said.filter((part) => part !== undefined).join(' · ')}{' '}
        <span className="quiet">
          {nameIn(decidedByName)} {sayMoment(decidedAt)}
        </span>
      </p>
      {why !== '' && <p className="prose">{why}</p>}
    </>
  );
};

/** How the caller may judge the claim now; undefined: not at all. */
const howOf = ({ deciding, hindrance, correcting, proposals }: Bonus, claim: Claim): How | undefined => {
  if (claim.standing === 'withdrawn' || correcting !== null) return undefined;
  if (proposals.some(({ claimId }) => claimId === claim.claimId)) return undefined;
  if (claim.standing === 'waiting') return deciding === null ? 'decide' : 'propose';
  return hindrance === null ? 'reconsider' : 'propose';
};

/** One claim: what it is for, what became of it and why, and what can be done with it. */
export const ClaimCard = ({
  bonus,
  group,
  item,
  claim,
  ...of
}: Of & Readonly<{ bonus: Bonus; group: Group; item: Item; claim: Claim }>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<How | 'withdraw'>();
  const { claimId, honour, honourId, levelId, points, achievedOn, account, evidence, standing, verdict } = claim;
  const how = group.decides ? howOf(bonus, claim) : undefined;
  const withdraws = group.claims && standing === 'waiting' && bonus.deciding === null;
  const sameAs = bonus.claims.find((one) => one.claimId === (verdict?.honourId ?? honourId) && one.claimId !== claimId);
  const close = () => setOpen(undefined);
  return (
    <li className="finding">
      <p>
        <strong>{honour}</strong> <Mark tone={TONES[standing]}>{t(`bonuses.standing.${standing}`)}</Mark>
      </p>
      <p className="quiet">
        {[
          ...(levelId === null ? [] : [levelName(item, levelId)]),
          t('bonuses.asks', { points: sayHundredths(points) }),
          sayDay(achievedOn),
        ].join(' · ')}
      </p>
      {sameAs !== undefined && (
        <p className="quiet">
          {t('bonuses.isSame', {
            honour: [sameAs.honour, ...(sameAs.levelId === null ? [] : [levelName(item, sameAs.levelId)])].join(' · '),
          })}
        </p>
      )}
      {account !== '' && <p className="prose">{account}</p>}
      <PaperLinks
        {...{ entryId: of.entryId, evidence }}
        under={`/v1/rounds/${of.roundId}/entries/${of.entryId}/bonus-claims/${claimId}`}
      />
      {claim.earlier.map((one) => (
        <blockquote key={one.decidedAt}>
          <VerdictText verdict={one} item={item} />
        </blockquote>
      ))}
      {verdict !== null && (
        <blockquote>
          <VerdictText verdict={verdict} item={item} />
        </blockquote>
      )}
      {claim.withdrawnWhy !== null && <p className="prose">{claim.withdrawnWhy}</p>}
      {(how !== undefined || withdraws) && (
        <p className="row">
          {how !== undefined && (
            <Button type={how === 'decide' ? 'primary' : 'default'} onClick={() => setOpen(how)}>
              {t(`bonuses.open.${how}`)}
            </Button>
          )}
          {withdraws && <Button onClick={() => setOpen('withdraw')}>{t('bonuses.withdraw')}</Button>}
        </p>
      )}
      {open === 'withdraw' && <WithdrawClaimDialog {...of} claim={claim} onClose={close} />}
      {open !== undefined && open !== 'withdraw' && (
        <VerdictDialog {...of} {...{ how: open, claim, bonus, group, item }} onClose={close} />
      )}
    </li>
  );
};
