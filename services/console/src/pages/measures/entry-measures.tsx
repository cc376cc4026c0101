import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { measures as measuresOf } from '../../api/questions/measures.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ChangeDialog, type How } from './change-dialog.tsx';
import { MeasureProposals } from './measure-proposals.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { ATTEMPTS_MAX, type Measures, nextAttempt, type Of, type Source, sourceName, type Value } from './shared.ts';
import { VersionText } from './version-text.tsx';
import '../../look/checklists.css';

const page = getRouteApi('/rounds/$roundId/measures/$entryId');

/** How the caller records a value, or changes one that was recorded, now; undefined: not at all. */
const howOf = ({ correcting, ...told }: Measures, doing: 'hindrance' | 'changing'): How | undefined => {
  if (correcting !== null) return undefined;
  return told[doing] === null ? 'change' : 'propose';
};

const ValueCard = ({ told, source, value, ...of }: Of & Readonly<{ told: Measures; source: Source; value: Value }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { attempt, standing, earlier } = value;
  const how = source.records ? howOf(told, 'changing') : undefined;
  const isProposed = told.proposals.some((one) => one.sourceId === source.sourceId && one.attempt === attempt);
  const isRecorded = standing.asked === 'value';
  // What was taken back is recorded anew as if it were new while the round is open.
  const changes = how !== undefined && !isProposed && (isRecorded || how === 'propose');
  return (
    <li className="finding">
      <p className="quiet">{t('measures.attempt', { attempt })}</p>
      <VersionText {...of} version={standing} source={source} />
      {earlier.toReversed().map((one) => (
        <blockquote key={`${one.at} ${one.value ?? ''}`}>
          <VersionText {...of} version={one} source={source} />
        </blockquote>
      ))}
      {changes && (
        <p className="row">
          <Button onClick={() => setOpen(true)}>{t(`measures.open.${how}`)}</Button>
        </p>
      )}
      {isOpen && how !== undefined && (
        <ChangeDialog {...of} {...{ how, told, source, attempt, isRecorded }} onClose={() => setOpen(false)} />
      )}
    </li>
  );
};

const SourcePart = ({ told, source, ...of }: Of & Readonly<{ told: Measures; source: Source }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const values = told.values.filter(({ sourceId }) => sourceId === source.sourceId);
  const taken = values.filter(({ standing }) => standing.asked === 'value').map(({ attempt }) => attempt);
  const attempt = nextAttempt(taken);
  const doing = values.some((one) => one.attempt === attempt) ? 'changing' : 'hindrance';
  const how = source.records && taken.length < ATTEMPTS_MAX ? howOf(told, doing) : undefined;
  const close = () => setOpen(false);
  return (
    <section className="part" aria-labelledby={source.sourceId}>
      <div className="part-head">
        <h2 id={source.sourceId}>{sourceName(source)}</h2>
        <span className="quiet">{t(`measures.better.${source.better}`)}</span>
      </div>
      {values.length === 0 && <p className="quiet">{t('measures.nothingYet')}</p>}
      <ul className="check-rows">
        {values.map((value) => (
          <ValueCard key={value.attempt} {...of} {...{ told, source, value }} />
        ))}
      </ul>
      {how !== undefined && (
        <p className="row">
          <Button onClick={() => setOpen(true)}>
            {t(how === 'change' ? 'measures.recordAttempt' : 'measures.proposeAttempt', { attempt })}
          </Button>
        </p>
      )}
      {isOpen && how === 'change' && (
        <RecordDialog {...of} {...{ source, attempt, title: told.title, judged: told }} onClose={close} />
      )}
      {isOpen && how === 'propose' && (
        <ChangeDialog {...of} {...{ how, told, source, attempt, isRecorded: false }} onClose={close} />
      )}
    </section>
  );
};

const Sources = ({ told, ...of }: Of & Readonly<{ told: Measures }>) => {
  const who = useQuery(me).data;
  return (
    <>
      {who && <MeasureProposals {...of} told={told} grants={who.grants} personId={who.personId} />}
      {told.sources.map((source) => (
        <SourcePart key={source.sourceId} {...of} {...{ told, source }} />
      ))}
    </>
  );
};

/** What was recorded of one entry: whoever is judged reads it, on a phone too; the office records and changes it. Two calls. */
export const EntryMeasures = () => {
  const { t } = useTranslation();
  const { roundId, entryId } = page.useParams();
  return (
    <Answered query={useQuery(measuresOf(roundId, entryId))}>
      {(told) => (
        <Page
          title={told.title}
          lead={[nameIn(told.homeName), nameIn(told.roundName)].filter((part) => part !== undefined).join(' · ')}
          actions={
            told.subject ? (
              <Link to="/my-measures">{t('measures.toMine')}</Link>
            ) : (
              <Link to="/rounds/$roundId/measures" params={{ roundId }}>
                {t('measures.toAll')}
              </Link>
            )
          }
        >
          <p className="standing-line">
            <Mark tone={told.hindrance === null ? 'waiting' : 'plain'}>
              {t(`measures.${told.hindrance ?? 'taken'}`)}
            </Mark>
          </p>
          <p className="quiet">{t(told.subject ? 'measures.subjectHint' : 'measures.officeHint')}</p>
          <Sources {...{ roundId, entryId, told }} />
        </Page>
      )}
    </Answered>
  );
};
