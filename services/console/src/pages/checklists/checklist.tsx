import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../api/platform-clock.ts';
import { checklist } from '../../api/questions/checklists.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { runsRounds } from '../rounds/may-do.ts';
import { ItemPart } from './item-part.tsx';
import { ListStages } from './list-stages.tsx';
import { ListProposals } from './list-proposals.tsx';
import { PeriodLine } from './period-line.tsx';
import { sayHundredths } from '../../components/hundredths.ts';
import { areaName, type List } from './shared.ts';
import '../../look/checklists.css';

/** Who may propose that a finding or a mark is put right: what stands in a list, not in every one of them, the platform says. */
const PROPOSING: ReadonlySet<string> = new Set(['committee-officer', 'discipline-inspector', 'appraisal-office']);

const page = getRouteApi('/rounds/$roundId/checklists/$entryId');

/** Areas whose time is parted alike have the same periods, which are closed together. */
const oneOfEachPart = ({ areas }: List): List['areas'] =>
  areas.filter(({ part }, at) => areas.findIndex((one) => one.part === part) === at);

const Areas = ({ list }: Readonly<{ list: List }>) => {
  const { t } = useTranslation();
  const { roundId, entryId } = page.useParams();
  const who = useQuery(me).data;
  const grants = who?.grants ?? [];
  const proposes = !list.subject && grants.some(({ role }) => PROPOSING.has(role));
  return (
    <>
      {who && <ListProposals {...{ roundId, entryId, list, grants, personId: who.personId }} />}
      {list.areas.map((area) => (
        <section key={area.areaId} className="part" aria-labelledby={area.areaId}>
          <div className="part-head">
            <h2 id={area.areaId}>{areaName(area)}</h2>
            <span className="quiet">{t('checklists.most', { points: sayHundredths(area.points) })}</span>
          </div>
          {area.items.map((item) => (
            <ItemPart key={item.itemId} {...{ roundId, entryId, list, area, item, proposes }} />
          ))}
        </section>
      ))}
      <section className="part" aria-labelledby="list-periods">
        <h2 id="list-periods">{t('checklists.periods')}</h2>
        {oneOfEachPart(list).map((area) => (
          <PeriodLine
            key={area.part}
            {...{ roundId, entryId, area, list }}
            closes={!list.subject && runsRounds(grants)}
          />
        ))}
      </section>
    </>
  );
};

/** One check-list: an office enters what it found, on a phone too; whoever is judged reads it and answers. Two calls. */
export const Checklist = () => {
  const { t } = useTranslation();
  const { roundId, entryId } = page.useParams();
  return (
    <Answered query={useQuery(checklist(roundId, entryId))}>
      {(list) => (
        <Page
          title={nameIn(list.personName) ?? list.title}
          lead={[nameIn(list.homeName), nameIn(list.roundName)].filter((part) => part !== undefined).join(' · ')}
          actions={
            list.subject ? (
              <Link to="/my-checklists">{t('checklists.toMine')}</Link>
            ) : (
              <Link to="/rounds/$roundId/checklists" params={{ roundId }}>
                {t('checklists.toAll')}
              </Link>
            )
          }
        >
          <p className="standing-line">
            <Mark tone={list.hindrance === null ? 'waiting' : 'plain'}>
              {t(`checklists.${list.hindrance ?? 'open'}`)}
            </Mark>
          </p>
          <p className="quiet">{t(list.subject ? 'checklists.subjectHint' : 'checklists.officeHint')}</p>
          <ListStages stages={list.stages} now={nowMs()} />
          <Areas list={list} />
        </Page>
      )}
    </Answered>
  );
};
