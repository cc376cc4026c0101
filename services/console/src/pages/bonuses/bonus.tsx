import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bonus as bonusOf } from '../../api/questions/bonuses.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { sayHundredths } from '../../components/hundredths.ts';
import { BonusProposals } from './bonus-proposals.tsx';
import { ClaimCard } from './claim-card.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { type Bonus as Told, type Group, groupName, type Item, itemName, type Of } from './shared.ts';
import '../../look/checklists.css';

const page = getRouteApi('/rounds/$roundId/bonuses/$entryId');

const ItemPart = ({ bonus, group, item, ...of }: Of & Readonly<{ bonus: Told; group: Group; item: Item }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const claims = bonus.claims.filter(({ sourceId, itemId }) => sourceId === group.sourceId && itemId === item.itemId);
  const isWhole = item.itemId === group.groupId;
  const id = `item-${item.itemId}`;
  return (
    <section className="check-item" aria-labelledby={id}>
      <h3 id={id}>
        {isWhole ? t('bonuses.ofGroup', { group: groupName(group) }) : itemName(item)}{' '}
        <span className="quiet">
          {t('bonuses.most', { points: sayHundredths(item.cap === 0 ? item.points : item.cap) })}
        </span>
      </h3>
      {claims.length > 0 && (
        <ul className="check-rows">
          {claims.map((claim) => (
            <ClaimCard key={claim.claimId} {...of} {...{ bonus, group, item, claim }} />
          ))}
        </ul>
      )}
      {group.claims && bonus.hindrance === null && (
        <p className="row">
          <Button onClick={() => setOpen(true)}>{t('bonuses.claim')}</Button>
        </p>
      )}
      {isOpen && <ClaimDialog {...of} {...{ bonus, group, item }} onClose={() => setOpen(false)} />}
    </section>
  );
};

const Groups = ({ bonus, ...of }: Of & Readonly<{ bonus: Told }>) => {
  const { t } = useTranslation();
  const who = useQuery(me).data;
  return (
    <>
      {who && <BonusProposals {...of} bonus={bonus} grants={who.grants} personId={who.personId} />}
      {bonus.groups.map((group) => (
        <section key={`${group.sourceId} ${group.groupId}`} className="part" aria-labelledby={group.groupId}>
          <div className="part-head">
            <h2 id={group.groupId}>{groupName(group)}</h2>
            {group.cap > 0 && <span className="quiet">{t('bonuses.most', { points: sayHundredths(group.cap) })}</span>}
          </div>
          {group.items.map((item) => (
            <ItemPart key={item.itemId} {...of} {...{ bonus, group, item }} />
          ))}
        </section>
      ))}
    </>
  );
};

const Caps = ({ bonus }: Readonly<{ bonus: Told }>) => {
  const { t } = useTranslation();
  const [first] = bonus.groups;
  if (first === undefined) return null;
  return (
    <p className="quiet">
      {first.sourceCap > 0 && t('bonuses.wholeMost', { points: sayHundredths(first.sourceCap) })}
      {first.once && t('bonuses.once')}
    </p>
  );
};

/** What one entry claims: whoever is judged claims, on a phone too; the office decides. Two calls. */
export const Bonus = () => {
  const { t } = useTranslation();
  const { roundId, entryId } = page.useParams();
  return (
    <Answered query={useQuery(bonusOf(roundId, entryId))}>
      {(bonus) => (
        <Page
          title={bonus.title}
          lead={[nameIn(bonus.homeName), nameIn(bonus.roundName)].filter((part) => part !== undefined).join(' · ')}
          actions={
            bonus.subject ? (
              <Link to="/my-bonuses">{t('bonuses.toMine')}</Link>
            ) : (
              <Link to="/rounds/$roundId/bonuses" params={{ roundId }}>
                {t('bonuses.toAll')}
              </Link>
            )
          }
        >
          <p className="standing-line">
            <Mark tone={bonus.hindrance === null ? 'waiting' : 'plain'}>
              {t(`bonuses.${bonus.hindrance ?? 'taken'}`)}
            </Mark>
          </p>
          <p className="quiet">{t(bonus.subject ? 'bonuses.subjectHint' : 'bonuses.officeHint')}</p>
          <Caps bonus={bonus} />
          <Groups {...{ roundId, entryId, bonus }} />
        </Page>
      )}
    </Answered>
  );
};
