import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { Problem } from './text-places.ts';

type LookedAt = Schemas['TemplateLookedAt'];

/** How it stands with the text; `empty` and `none`: nothing is asked. */
export type Standing = 'empty' | 'none' | 'checking' | 'failed' | 'refused' | 'policy' | 'ready' | 'not-yet';

export const standingOf = (
  answer: LookedAt | undefined,
  {
    isEmpty,
    isTooLarge,
    isAnswered,
    isFailed,
  }: Readonly<Record<'isEmpty' | 'isTooLarge' | 'isAnswered' | 'isFailed', boolean>>,
): Standing => {
  if (isEmpty) return 'empty';
  if (isTooLarge) return 'none';
  if (isFailed) return 'failed';
  if (!isAnswered || answer === undefined) return 'checking';
  if (answer.kind !== 'template') return answer.kind;
  return answer.notYet.length === 0 ? 'ready' : 'not-yet';
};

const TONES: Readonly<Record<Standing, Tone>> = {
  empty: 'plain',
  none: 'bad',
  checking: 'plain',
  failed: 'bad',
  refused: 'bad',
  policy: 'bad',
  ready: 'good',
  'not-yet': 'waiting',
};

/** One line for whoever looks and for whoever hears: said politely, when the text has been looked at. */
export const StandingLine = ({ standing, answer }: Readonly<{ standing: Standing; answer: LookedAt | undefined }>) => {
  const { t } = useTranslation();
  const count = standing === 'refused' ? answer?.problems.length : answer?.notYet.length;
  return (
    <p role="status" className="code-standing">
      <Mark tone={TONES[standing]}>{t(`programmes.standing.${standing}`, { count: count ?? 0 })}</Mark>
    </p>
  );
};

/** Problems with the way to each; both languages, since whoever is asked for help may read the other one. */
const Problems = ({
  id,
  title,
  lead,
  problems,
  onGo,
}: Readonly<{
  id: string;
  title: string;
  lead: string;
  problems: readonly Problem[];
  onGo: (line: number) => void;
}>) => {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="quiet">{lead}</p>
      <ol className="code-problems">
        {problems.map(({ path, line, column, zh, en }) => (
          <li key={`${line}:${column}:${path}:${zh}`}>
            {line > 0 && (
              <button type="button" className="linklike" onClick={() => onGo(line)}>
                {t('programmes.line', { line })}
              </button>
            )}{' '}
            <code>{path}</code>
            <p>{either(zh, en)}</p>
            <p className="quiet" lang={either('en', 'zh-CN')}>
              {either(en, zh)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** What the template says, in sentences, part by part. */
const Rules = ({ rules }: Readonly<{ rules: LookedAt['rules'] }>) => {
  const { t } = useTranslation();
  return [...new Set(rules.map(({ section }) => section))].map((section) => (
    <section key={section} aria-labelledby={`rules-${section}`}>
      <h3 id={`rules-${section}`}>{t(`programmes.section.${section}`)}</h3>
      <ul>
        {rules
          .filter((rule) => rule.section === section)
          .map(({ zh, en }) => (
            <li key={zh}>{either(zh, en)}</li>
          ))}
      </ul>
    </section>
  ));
};

/** Beside the text: what is wrong with it, or what it says and what of it is not played yet. */
export const LookedAtBeside = ({
  answer,
  notYet,
  problems,
  error,
  again,
  onGo,
}: Readonly<{
  answer: LookedAt | undefined;
  problems: readonly Problem[];
  notYet: readonly Problem[];
  error: unknown;
  again: () => void;
  onGo: (line: number) => void;
}>) => {
  const { t } = useTranslation();
  return (
    <>
      {error !== null && <ProblemNotice error={error} again={again} />}
      <Problems id="wrong" title={t('programmes.wrong')} lead={t('programmes.wrongLead')} {...{ problems, onGo }} />
      <Problems
        id="not-yet"
        title={t('programmes.notYet')}
        lead={t('programmes.notYetLead')}
        problems={notYet}
        onGo={onGo}
      />
      {answer?.kind === 'template' && <Rules rules={answer.rules} />}
    </>
  );
};
