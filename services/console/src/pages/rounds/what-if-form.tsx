import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryChoices, progressOf } from '../../api/questions/rounds.ts';
import { template } from '../../api/questions/templates.ts';
import { nameIn } from '../../components/names.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';

/** As many as one question may assume. */
const ASSUMED_MAX = 60;
const page = getRouteApi('/rounds/$roundId/what-if');

const listed = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(','));
const toggled = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one].slice(0, ASSUMED_MAX);
const joined = (all: readonly string[]): string | undefined => (all.length === 0 ? undefined : all.join(','));

type Choosable = Readonly<{ id: string; label: string }>;

const Ticks = ({
  legend,
  options,
  chosen,
  onToggle,
}: Readonly<{
  legend: string;
  options: readonly Choosable[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
}>) => (
  <details className="columns" open={chosen.length > 0}>
    <summary>
      {legend}
      {chosen.length > 0 && ` (${chosen.length})`}
    </summary>
    <fieldset>
      <legend className="unseen">{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} /> {label}
        </label>
      ))}
    </fieldset>
  </details>
);

const Numbers = ({
  parameters,
  values,
  onChange,
}: Readonly<{
  parameters: readonly Parameter[];
  values: ReadonlyMap<string, string>;
  onChange: (name: string, value: string) => void;
}>) => (
  <div className="filters">
    {parameters.map(({ name, label, value, from, to }) => (
      <label key={name} className="field">
        <span>{label}</span>
        <input
          type="number"
          min={from}
          max={to}
          value={values.get(name) ?? value}
          onChange={({ target }) => onChange(name, target.value)}
        />
      </label>
    ))}
  </div>
);

const useWhatIf = (roundId: string) => {
  const search = page.useSearch();
  const navigate = useNavigate({ from: '/rounds/$roundId/what-if' });
  const [seatIds, setSeatIds] = useState(() => listed(search.withoutSeats));
  const [entryIds, setEntryIds] = useState(() => listed(search.withoutEntries));
  const [values, setValues] = useState<ReadonlyMap<string, string>>(
    () => new Map(listed(search.parameters).map((one) => one.split(':') as [string, string])),
  );
  const ask = (changed: readonly string[]): void =>
    void navigate({
      params: { roundId },
      search: { withoutSeats: joined(seatIds), withoutEntries: joined(entryIds), parameters: joined(changed) },
      resetScroll: false,
    });
  return { seatIds, setSeatIds, entryIds, setEntryIds, values, setValues, ask };
};

/** The assumptions: sheets and entries left out, other numbers. Asked by a button, since each answer is recorded. */
export const WhatIfForm = ({
  roundId,
  committeeId,
  templateHash,
  rules,
}: Readonly<{ roundId: string; committeeId: string; templateHash: string; rules: Rules }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  const { seatIds, setSeatIds, entryIds, setEntryIds, values, setValues, ask } = useWhatIf(roundId);
  const seats = useQuery(progressOf(roundId, false));
  const entries = useQuery(entryChoices(roundId));
  const adopted = useQuery(template(committeeId, templateHash));
  const parameters = adopted.data === undefined ? [] : parametersOf(adopted.data, rules.parameters);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    ask(
      parameters.flatMap(({ name, value }) => {
        const now = values.get(name);
        return now === undefined || now === '' || now === value ? [] : [`${name}:${now}`];
      }),
    );
  };
  return (
    <form onSubmit={submit}>
      <Ticks
        legend={t('rounds.whatIf.withoutSheets')}
        chosen={seatIds}
        options={(seats.data?.evaluators ?? [])
          .filter(({ submitted }) => submitted)
          .map((seat) => ({ id: seat.seatId, label: `${nameIn(seat.personName) ?? ''} ${say.source(seat.sourceId)}` }))}
        onToggle={(id) => setSeatIds(toggled(seatIds, id))}
      />
      <Ticks
        legend={t('rounds.whatIf.withoutEntries')}
        chosen={entryIds}
        options={(entries.data?.items ?? []).map(({ entryId, title }) => ({ id: entryId, label: title }))}
        onToggle={(id) => setEntryIds(toggled(entryIds, id))}
      />
      <Numbers
        parameters={parameters}
        values={values}
        onChange={(name, value) => setValues(new Map([...values, [name, value]]))}
      />
      <p className="row">
        <Button type="primary" htmlType="submit">
          {t('rounds.whatIf.ask')}
        </Button>
      </p>
    </form>
  );
};
