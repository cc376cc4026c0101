import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { candidates } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { comma, nameIn } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';

type Candidate = Schemas['RoundCandidate'];

/** Who is ticked, in which source, and how many entries he would not score. */
export type Picked = ReadonlyMap<string, Readonly<{ name: string; sourceId: string; unscored: number }>>;

const unscoredOf = ({ ownUnitEntries, ownEntries, declaredRecusals }: Candidate): number =>
  ownUnitEntries + ownEntries + declaredRecusals;

const Unscored = ({ candidate, isEmpty }: Readonly<{ candidate: Candidate; isEmpty: boolean }>) => {
  const { t } = useTranslation();
  const { ownUnitEntries, ownEntries, declaredRecusals } = candidate;
  if (isEmpty) return <span className="quiet">{t('rounds.convene.noEntries')}</span>;
  if (unscoredOf(candidate) === 0) return <Mark tone="good">{t('rounds.convene.scoresAll')}</Mark>;
  return (
    <>
      {ownUnitEntries > 0 && <div>{t('rounds.convene.ownUnit', { count: ownUnitEntries })}</div>}
      {ownEntries > 0 && <div>{t('rounds.convene.own', { count: ownEntries })}</div>}
      {declaredRecusals > 0 && <div>{t('rounds.convene.declared', { count: declaredRecusals })}</div>}
    </>
  );
};

const useColumns = (
  rules: Rules,
  isEmpty: boolean,
  picked: Picked,
  toggle: (candidate: Candidate) => void,
): readonly Column<Candidate>[] => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  return [
    {
      key: 'name',
      title: t('rounds.seats.evaluator'),
      isHead: true,
      cell: (candidate) => (
        <label className="tick">
          <input
            type="checkbox"
            checked={picked.has(candidate.personId)}
            disabled={candidate.standing !== 'free'}
            onChange={() => toggle(candidate)}
          />
          <span>
            {nameIn(candidate.personName) ?? t('none')}
            <span className="quiet block">{nameIn(candidate.homeName) ?? ''}</span>
          </span>
        </label>
      ),
    },
    {
      key: 'source',
      title: t('rounds.seats.source'),
      cell: ({ sources, standing }) => (
        <>
          {sources.map((source) => say.source(source)).join(comma())}
          {standing !== 'free' && <div className="quiet">{t(`rounds.convene.standing.${standing}`)}</div>}
        </>
      ),
    },
    {
      key: 'elsewhere',
      title: t('rounds.convene.elsewhere'),
      cell: ({ otherSeats }) => (otherSeats === 0 ? t('none') : t('rounds.convene.otherSeats', { count: otherSeats })),
    },
    {
      key: 'unscored',
      title: t('rounds.convene.notScored'),
      cell: (candidate) => <Unscored candidate={candidate} isEmpty={isEmpty} />,
    },
  ];
};

type Entered = readonly [personId: string, Readonly<{ name: string; sourceId: string; unscored: number }>];

/** All that are shown and free, at once. */
const AllShown = ({
  free,
  picked,
  onPick,
}: Readonly<{ free: readonly Entered[]; picked: Picked; onPick: (picked: Picked) => void }>) => {
  const { t } = useTranslation();
  const shown = new Set(free.map(([personId]) => personId));
  const isAll = free.length > 0 && free.every(([personId]) => picked.has(personId));
  const without = [...picked].filter(([personId]) => !shown.has(personId));
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={isAll}
        disabled={free.length === 0}
        onChange={() => onPick(new Map(isAll ? without : [...picked, ...free]))}
      />
      {t('rounds.convene.allShown', { count: free.length })}
    </label>
  );
};

/** Whom a seat may be given, by name, pinyin or initials, with what speaks against it. One call. */
export const CandidateList = ({
  roundId,
  rules,
  isEmpty,
  picked,
  onPick,
}: Readonly<{ roundId: string; rules: Rules; isEmpty: boolean; picked: Picked; onPick: (picked: Picked) => void }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  const [q, setQ] = useState<string>();
  const [source, setSource] = useState<string>();
  const query = useInfiniteQuery({
    ...candidates(roundId, { q, source }),
    placeholderData: (before) => before,
  });
  const entered = (candidate: Candidate): Entered => [
    candidate.personId,
    {
      name: nameIn(candidate.personName) ?? '',
      sourceId: candidate.sources.find((one) => one === source) ?? candidate.sources[0] ?? '',
      unscored: unscoredOf(candidate),
    },
  ];
  const toggle = (candidate: Candidate): void =>
    onPick(
      picked.has(candidate.personId)
        ? new Map([...picked].filter(([personId]) => personId !== candidate.personId))
        : new Map([...picked, entered(candidate)]),
    );
  const columns = useColumns(rules, isEmpty, picked, toggle);
  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={q ?? ''} onSearch={setQ} />
        <Choice
          label={t('rounds.seats.source')}
          value={source}
          all={t('all')}
          options={rules.seating.map(({ sourceId }) => ({ value: sourceId, label: say.source(sourceId) }))}
          onChoose={setSource}
        />
      </form>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          const free = rows.filter(({ standing }) => standing === 'free');
          if (rows.length === 0) return <p className="quiet">{t('rounds.convene.noneFound')}</p>;
          return (
            <>
              <AllShown free={free.map(entered)} picked={picked} onPick={onPick} />
              <ListTable
                label={t('rounds.convene.title')}
                columns={columns}
                rows={rows}
                keyOf={({ personId }) => personId}
              />
              <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            </>
          );
        }}
      </Answered>
    </>
  );
};
