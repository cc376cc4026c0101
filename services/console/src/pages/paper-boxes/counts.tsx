import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { colon, nameIn } from '../../components/names.ts';
import { OpenFile } from '../../components/open-file.tsx';
import { ConfirmDialog, ContradictDialog } from './settle-dialogs.tsx';
import { asked, type Box, type Count, isOvertaken } from './shared.ts';

const TONES: Readonly<Record<Count['standing'], Tone>> = { waiting: 'waiting', confirmed: 'good', contradicted: 'bad' };

type Papers = Readonly<{ handedOut: number; found: number; invalid: number; marks: readonly number[] }>;

/** Papers and their answers in words: as many lines as there are questions. */
export const PapersTold = ({ box, papers }: Readonly<{ box: Box; papers: Papers }>) => {
  const { t } = useTranslation();
  const { handedOut, found, invalid, marks } = papers;
  return (
    <>
      <p>{t('paperBoxes.papers', { handedOut, found, invalid })}</p>
      {marks.length > 0 &&
        asked(box).map(({ question, places }) => (
          <p key={question}>
            {question !== '' && `${question}${colon()}`}
            {places.map(({ at, level }) => `${level} ${marks[at] ?? 0}`).join(' · ')}
          </p>
        ))}
    </>
  );
};

const CountLine = ({
  roundId,
  box,
  count,
  personId,
}: Readonly<{ roundId: string; box: Box; count: Count; personId: string }>) => {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'confirm' | 'contradict'>();
  const { countId, at, entries, evidence, countedByName, settledByName, standing, why, contradiction } = count;
  const titles = new Map(box.entries.map(({ entryId, title }) => [entryId, title]));
  const waits = standing === 'waiting' && box.hindrance === null && box.isTeller;
  const of = { roundId, sourceId: box.sourceId, countId, onClose: () => setDoing(undefined) };
  return (
    <li>
      <p>
        <Mark tone={TONES[standing]}>{t(`paperBoxes.standing.${standing}`)}</Mark> {nameIn(countedByName)} ·{' '}
        {sayMoment(at)}
        {settledByName !== null && ` · ${t('paperBoxes.settledBy', { name: nameIn(settledByName) })}`}
      </p>
      {entries.map(({ entryId, ...papers }) => (
        <div key={entryId}>
          <p className="paper-question">{titles.get(entryId) ?? ''}</p>
          {isOvertaken(box, count, entryId) && <p className="note">{t('paperBoxes.overtaken')}</p>}
          <PapersTold box={box} papers={papers} />
        </div>
      ))}
      {why !== '' && <p>{t('paperBoxes.why', { why })}</p>}
      {contradiction !== '' && <p>{t('paperBoxes.contradiction', { why: contradiction })}</p>}
      <p className="row">
        {evidence.map((sha256, place) => (
          <OpenFile
            key={sha256}
            address={`/v1/rounds/${roundId}/paper-boxes/${box.sourceId}/counts/${countId}/evidence/${sha256}`}
          >
            {t('paperBoxes.sheet', { number: place + 1 })}
          </OpenFile>
        ))}
        {waits && count.countedBy !== personId && (
          <Button type="primary" onClick={() => setDoing('confirm')}>
            {t('paperBoxes.confirm')}
          </Button>
        )}
        {waits && <Button onClick={() => setDoing('contradict')}>{t('paperBoxes.contradict')}</Button>}
      </p>
      {doing === 'confirm' && <ConfirmDialog {...of} />}
      {doing === 'contradict' && <ContradictDialog {...of} />}
    </li>
  );
};

/** Every count that the caller is shown, the latest first. */
export const Counts = ({ roundId, box, personId }: Readonly<{ roundId: string; box: Box; personId: string }>) => {
  const { t } = useTranslation();
  if (box.counts.length === 0) return null;
  return (
    <section className="part paper-counted" aria-labelledby={`counts-${box.sourceId}`}>
      <h2 id={`counts-${box.sourceId}`}>{t('paperBoxes.counts')}</h2>
      <ol className="paper-counts">
        {box.counts.toReversed().map((count) => (
          <CountLine key={count.countId} {...{ roundId, box, count, personId }} />
        ))}
      </ol>
    </section>
  );
};
