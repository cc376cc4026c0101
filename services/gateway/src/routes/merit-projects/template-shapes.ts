import { z } from 'zod';
import { instant, sha256, slug, word } from '../fields.ts';
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
  })
  .meta({ id: 'TemplateLookedAt' });
