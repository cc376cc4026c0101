import type { SampleText, TemplateSample } from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, instant, sha256, slug, word } from '../fields.ts';
import { organizationRef } from '../naming/index.ts';

export const template = z
  .object({
    templateHash: sha256(),
    committeeId: organizationRef(),
    templateId: slug(),
    titleZh: z.string(),
    titleEn: z.string(),
    adoptedAt: instant(),
  })
  .meta({ id: 'Template' });

const templateProblem = z
  .object({
    reason: z.string(),
    path: z
      .string()
      .meta({ description: '模板内的位置，如 $.calendar[2].by / Where in the template: $.calendar[2].by' }),
    line: z.number().int().meta({ description: '行号，从 1 起；0：没有行 / From 1; 0: the text had no lines' }),
    column: z.number().int().meta({ description: '列号，从 1 起；0：没有行 / From 1; 0: the text had no lines' }),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'TemplateProblem' });

const sampleText = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'SampleText' });

const templateSample = z
  .object({
    year: z.number().int(),
    stages: z.array(
      z.object({
        ...{ stageId: slug(), act: word(answerWords.act), phase: slug().nullable() },
        ...{ opensOn: day(), closesOn: day() },
      }),
    ),
    papers: z
      .array(
        z.object({
          kind: word(['panel', 'checklist', 'ballot', 'bonus', 'measure']),
          by: sampleText,
          lines: z.array(
            z.object({ group: sampleText.nullable(), asked: sampleText, how: sampleText, example: sampleText }),
          ),
          choices: z.array(sampleText),
        }),
      )
      .meta({ description: '填写人将看到的表 / What people would fill, as they would see it' }),
    ranking: z.array(
      z.object({
        ...{ rank: z.number().int(), within: sampleText.nullable(), name: sampleText, home: sampleText },
        score: z.string().regex(/^\d{1,5}(?:\.\d{1,2})?$/u),
      }),
    ),
    given: z.array(
      z.object({
        rule: sampleText,
        holders: z.array(sampleText),
        more: z.number().int(),
        chosen: z
          .number()
          .int()
          .nullable()
          .meta({ description: '由会议选定的至多个数 / How many a body may choose; null: it does not' }),
      }),
    ),
  })
  .meta({ id: 'TemplateSample', description: '示例，内容均为虚构 / A sample: everybody in it is invented' });

export const templateLookedAt = z
  .object({
    kind: word(['template', 'policy', 'refused']),
    problems: z
      .array(templateProblem)
      .meta({ description: '错误，按文本顺序 / What is wrong, in the order of the text' }),
    notYet: z.array(templateProblem).meta({
      description:
        '可以采用，但平台目前还不能开展的内容 / What the platform can not play yet; it may be adopted all the same',
    }),
    templateHash: sha256().nullable(),
    templateId: slug().nullable(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    adopted: z
      .boolean()
      .meta({ description: '该组织已采用同一模板 / Whether the committee has adopted this very one' }),
    rules: z
      .array(
        z.object({
          section: word(['who', 'forward', 'when', 'points', 'result', 'given', 'published', 'numbers']),
          zh: z.string(),
          en: z.string(),
        }),
      )
      .meta({ description: '规则说明，逐句 / What the template says, sentence by sentence' }),
    sample: templateSample.nullable().meta({
      description:
        '按所给参数开展一届的示例；参数超出范围时为空 / What an edition by these numbers would look like; null: they are beyond the limits',
    }),
  })
  .meta({ id: 'TemplateLookedAt' });

type Sampled = NonNullable<z.input<typeof templateLookedAt>['sample']>;

const textOut = (text: SampleText | undefined): Sampled['given'][number]['rule'] => ({
  zh: text?.zh ?? '',
  en: text?.en ?? '',
});

/** A sample as it is told; what is empty is null. */
export const sampleOut = (sample: TemplateSample | undefined): Sampled | null =>
  sample === undefined
    ? null
    : {
        year: sample.year,
        stages: sample.stages.map(({ act, phase, ...stage }) => ({
          ...stage,
          act: act as Sampled['stages'][number]['act'],
          phase: phase === '' ? null : phase,
        })),
        papers: sample.papers.map(({ kind, by, lines, choices }) => ({
          kind: kind as Sampled['papers'][number]['kind'],
          by: textOut(by),
          lines: lines.map(({ group, asked, how, example }) => ({
            group: group === undefined ? null : textOut(group),
            ...{ asked: textOut(asked), how: textOut(how), example: textOut(example) },
          })),
          choices: choices.map(textOut),
        })),
        ranking: sample.ranking.map(({ rank, within, name, home, score }) => ({
          ...{ rank, score, name: textOut(name), home: textOut(home) },
          within: within === undefined ? null : textOut(within),
        })),
        given: sample.given.map(({ rule, holders, more, chosen }) => ({
          ...{ rule: textOut(rule), holders: holders.map(textOut), more, chosen: chosen === 0 ? null : chosen },
        })),
      };
