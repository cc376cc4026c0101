/** What is not written as a template is written. */
export const shapeProblemTexts = {
  YAML_MALFORMED: { zh: '不是有效的 YAML：{what}', en: 'is no valid YAML: {what}' },
  ENCODING_MALFORMED: { zh: '不是有效的 UTF-8 文本', en: 'is no valid UTF-8 text' },
  NOT_CANONICAL: { zh: '不是规范形式：与其规范化文本不一致', en: 'is not the canonical form of what it says' },
  TEMPLATE_TOO_LARGE: { zh: '模板过大：不得超过 {max} {unit}', en: 'is too large: at most {max} {unit}' },
  TAG_NOT_ALLOWED: { zh: '不允许使用 YAML 标签 {given}', en: 'uses the YAML tag {given}, which is not allowed' },
  NOT_A_MAP: { zh: '此处应为一个键值表（键: 值）', en: 'must be one map (key: value)' },
  NOT_A_LIST: {
    zh: '此处应为列表，即使只有一项也写作 [一项]',
    en: 'must be a list, written [one] even where it has one element',
  },
  NOT_A_TEXT: {
    zh: '此处应为单个文本（如 3y、5、某个词），不是列表或键值表',
    en: 'must be a single text (such as 3y, 5, a word), no list and no map',
  },
  NOT_A_PAIR: { zh: '应写作 [中文, English]', en: 'must be written as a pair: the Chinese name, then the English one' },
  KEY_UNKNOWN: { zh: '未知的键“{key}”；可用：{choices}', en: 'the key "{key}" is not known here; known: {choices}' },
  KEY_MISSING: { zh: '缺少必需的键“{key}”', en: 'the key "{key}" is missing' },
  KEY_TWICE: { zh: '同一个键出现了两次', en: 'the same key stands here twice' },
  NOT_ONE_OF_KEYS: {
    zh: '必须且只能有以下键之一：{choices}（现有：{given}）',
    en: 'must have exactly one of the keys {choices} (has: {given})',
  },
  TEXT_EMPTY: { zh: '文本不能为空', en: 'must not be empty' },
  TEXT_TOO_LONG: { zh: '文本过长：最多 {max} 个字符', en: 'is too long: at most {max} characters' },
  TEXT_MALFORMED: {
    zh: '文本含有控制字符、不可见字符或乱码（{what}）',
    en: 'holds control characters, invisible characters or broken text ({what})',
  },
  LIST_LENGTH: {
    zh: '应有 {min} 至 {max} 项，现有 {given} 项',
    en: 'must have {min} to {max} elements, has {given}',
  },
  NAMED_TWICE: { zh: '“{given}”出现了两次', en: '"{given}" stands here twice' },
  WORD_UNKNOWN: { zh: '“{given}”不在可选之列：{choices}', en: '"{given}" is none of: {choices}' },
  ID_MALFORMED: {
    zh: '“{given}”不是有效标识：只能用小写字母、数字和连字符',
    en: '"{given}" is no id: lower-case letters, digits and hyphens only',
  },
  PARAMETER_NAME_MALFORMED: {
    zh: '“{given}”不是有效的参数名：以小写字母开头，只含字母和数字',
    en: '"{given}" is no name of a parameter: letters and digits, beginning with a lower-case letter',
  },
  ORGANIZATION_KIND_MALFORMED: {
    zh: '“{given}”不是组织类别：以大写字母开头，只含字母',
    en: '"{given}" is no kind of organization: letters only, beginning with a capital',
  },
  CODE_MALFORMED: {
    zh: '“{given}”不是奖项代码：应为“项目.奖项”',
    en: '"{given}" is no code of an award: it is written programme.award',
  },
  DAY_MALFORMED: {
    zh: '“{given}”不是每年都有的日期：应为 MM-DD、+1y MM-DD 或 after 阶段 + 工作日数',
    en: '"{given}" is no day of every year: it is written MM-DD, +1y MM-DD, or after STAGE + working days',
  },
  TERM_MALFORMED: { zh: '“{given}”不是期限：应为 1y 至 20y', en: '"{given}" is no term: it is written 1y to 20y' },
  RATIO_MALFORMED: {
    zh: '“{given}”不是比例：应为数字加 members、branches 或 entries',
    en: '"{given}" is no ratio: it is written as a number and members, branches or entries',
  },
  SPAN_MALFORMED: {
    zh: '“{given}”不是时间范围：part、edition、previous、series 或 years:n',
    en: '"{given}" is no span: part, edition, previous, series or years:n',
  },
  VALUE_MALFORMED: {
    zh: '“{given}”不是可比较的值：数字、百分比、true、false 或标识',
    en: '"{given}" is no value to compare with: a number, a percentage, true, false or an id',
  },
  CONSTANT_MALFORMED: {
    zh: '“{given}”不是参数的值：整数、最多两位小数的数字或百分比',
    en: '"{given}" is no value of a parameter: a whole number, a number of at most two decimals, or a percentage',
  },
  FLAG_MALFORMED: { zh: '应为 true 或 false', en: 'must be true or false' },
  WHOLE_MALFORMED: { zh: '“{given}”不是整数', en: '"{given}" is no whole number' },
  DECIMAL_MALFORMED: {
    zh: '“{given}”不是最多两位小数的数字',
    en: '"{given}" is no number of at most two decimals',
  },
  PERCENT_MALFORMED: {
    zh: '“{given}”不是百分比：应写作 30%，最多两位小数',
    en: '"{given}" is no percentage: it is written 30%, with at most two decimals',
  },
  NUMBER_OUT_OF_RANGE: { zh: '{given} 超出范围 {min} 至 {max}', en: '{given} is not from {min} to {max}' },
  PARAMETER_UNKNOWN: { zh: '没有名为“{given}”的参数', en: 'there is no parameter "{given}"' },
  PARAMETER_UNUSED: { zh: '参数“{given}”没有被使用', en: 'nothing uses the parameter "{given}"' },
  PARAMETER_KIND: {
    zh: '参数“{given}”与此处的数字种类不符（应为 {kind}）',
    en: 'the parameter "{given}" is not of the kind that stands here ({kind})',
  },
  PARAMETER_OUT_OF_LIMITS: {
    zh: '参数“{given}”的值不在其允许范围内',
    en: 'the value of the parameter "{given}" is not within its own limits',
  },
  PARAMETER_LIMITS_REVERSED: {
    zh: '参数“{given}”的下限大于上限，或同时给出范围与选项',
    en: 'the limits of the parameter "{given}" are the wrong way round, or given beside a list of values',
  },
  PARAMETER_BEYOND_PLACE: {
    zh: '参数“{given}”允许的值超出此处范围 {min} 至 {max}',
    en: 'the parameter "{given}" admits values beyond what may stand here: {min} to {max}',
  },
} as const;
