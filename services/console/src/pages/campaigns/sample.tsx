import '../../look/campaigns.css';
import '../../look/sample.css';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { TimeLine } from './time-line.tsx';
import { today } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { comma, either } from '../../components/names.ts';

export type SampleTold = Schemas['TemplateSample'];
type Paper = SampleTold['papers'][number];
type Line = Paper['lines'][number];
type Ranked = SampleTold['ranking'][number];
type Text = Schemas['SampleText'];

const say = ({ zh, en }: Text): string => either(zh, en);

/** A stage that comes again in every part of the year stands there as often. */
const stagesOf = ({ stages }: SampleTold, day: string) =>
  stages.map(({ stageId, opensOn, closesOn, ...stage }, at) => {
    const progress = closesOn < day ? ('closed' as const) : opensOn > day ? ('ahead' as const) : ('open' as const);
    return { ...stage, opensOn, closesOn, progress, stageId: `${stageId} ${at}` };
  });

const useLines = ({ kind, lines }: Paper): readonly Column<Line>[] => {
  const { t } = useTranslation();
  const group: Column<Line> = {
    key: 'group',
    title: t('sample.group'),
    cell: (line) => (line.group === null ? t('none') : say(line.group)),
  };
  return [
    ...(lines.some((line) => line.group !== null) ? [group] : []),
    { key: 'asked', title: t(`sample.asked.${kind}`), isHead: true, cell: ({ asked }) => say(asked) },
    { key: 'how', title: t('sample.how'), cell: ({ how }) => say(how) },
    { key: 'example', title: t('sample.example'), cell: ({ example }) => <em>{say(example)}</em> },
  ];
};

/** A ballot as a voter sees it: nothing in it can be chosen. */
const BallotPaper = ({ paper: { lines, choices } }: Readonly<{ paper: Paper }>) => (
  <ul className="sample-ballot">
    {lines.map(({ asked, how, example }) => (
      <li key={say(asked)}>
        <strong>{say(asked)}</strong> <span className="quiet">{say(how)}</span>
        <p className="row">
          {(choices.length === 0 ? [example] : choices).map((choice) => (
            <span key={say(choice)} className="sample-choice">
              {say(choice)}
            </span>
          ))}
        </p>
      </li>
    ))}
  </ul>
);

const PaperPart = ({ paper }: Readonly<{ paper: Paper }>) => {
  const { t } = useTranslation();
  const columns = useLines(paper);
  const title = t(`sample.paper.${paper.kind}`);
  return (
    <>
      <h4>
        {title} <span className="quiet">{t('sample.by', { who: say(paper.by) })}</span>
      </h4>
      {paper.kind === 'ballot' ? (
        <BallotPaper paper={paper} />
      ) : (
        <ListTable label={title} columns={columns} rows={paper.lines} keyOf={(line) => say(line.asked)} />
      )}
    </>
  );
};

const useRanks = (ranking: readonly Ranked[]): readonly Column<Ranked>[] => {
  const { t } = useTranslation();
  const within: Column<Ranked> = {
    key: 'within',
    title: t('sample.within'),
    cell: (one) => (one.within === null ? t('none') : say(one.within)),
  };
  return [
    { key: 'rank', title: t('rounds.result.rank'), isNumber: true, cell: ({ rank }) => rank },
    { key: 'name', title: t('entryNamed.any'), isHead: true, cell: ({ name }) => say(name) },
    ...(ranking.some((one) => one.within !== null) ? [within] : []),
    { key: 'home', title: t('projects.unit'), cell: ({ home }) => say(home) },
    { key: 'score', title: t('rounds.result.score'), isNumber: true, cell: ({ score }) => score },
  ];
};

const GivenPart = ({ given }: Readonly<{ given: SampleTold['given'] }>) => {
  const { t } = useTranslation();
  return (
    <ul className="plain">
      {given.map(({ rule, holders, more, chosen }) => (
        <li key={say(rule)}>
          <strong>{say(rule)}</strong>{' '}
          {holders.length > 0 && (
            <span>
              {holders.map(say).join(comma())}
              {more > 0 && ` ${t('sample.more', { count: holders.length + more })}`}
            </span>
          )}
          {chosen !== null && <span>{t('sample.chosen', { count: chosen })}</span>}
          {holders.length === 0 && chosen === null && <span className="quiet">{t('sample.nobody')}</span>}
        </li>
      ))}
    </ul>
  );
};

/** What an edition would look like: its days, what people would fill, and who would get what. Everybody in it is invented. */
export const Sample = ({ sample }: Readonly<{ sample: SampleTold }>) => {
  const { t } = useTranslation();
  const ranks = useRanks(sample.ranking);
  return (
    <div className="sample">
      <p className="note">{t('sample.invented', { year: sample.year })}</p>
      <h3>{t('sample.days')}</h3>
      <TimeLine stages={stagesOf(sample, today())} />
      {sample.papers.length > 0 && <h3>{t('sample.papers')}</h3>}
      {sample.papers.map((paper, at) => (
        <PaperPart key={`${paper.kind} ${at}`} paper={paper} />
      ))}
      <h3>{t('sample.outcome')}</h3>
      {sample.ranking.length > 0 && (
        <ListTable
          label={t('rounds.result.ranking')}
          columns={ranks}
          rows={sample.ranking}
          keyOf={({ name }) => name.zh}
        />
      )}
      {sample.given.length > 0 && <GivenPart given={sample.given} />}
    </div>
  );
};
