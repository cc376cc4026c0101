/** Who is to get what, and the tests that say so. */
export const outcomeProblemTexts = {
  RULE_UNKNOWN: { zh: '没有名为“{given}”的结果规则', en: 'there is no rule of the outcome "{given}"' },
  RULE_FORWARD: {
    zh: '规则“{given}”在后面；只能引用前面的规则',
    en: 'the rule "{given}" comes later; only rules above may be named here',
  },
  RULE_BACKWARD: {
    zh: '规则“{given}”不在后面，超出名额者无处可落',
    en: 'the rule "{given}" does not come later, so nobody can fall to it',
  },
  SELECTOR_NOT_ONE: {
    zh: '必须且只能写明一种取法：first、firstShare、next、nextShare、last、lastShare、atLeast、each、choice（现有：{given}）',
    en: 'must say exactly one of first, firstShare, next, nextShare, last, lastShare, atLeast, each, choice (has: {given})',
  },
  EDGE_NOT_STATED: {
    zh: '名额边缘出现并列时如何处理必须写明：edge: in、out 或 body',
    en: 'must say what happens to equals at the edge of the quota: edge: in, out or body',
  },
  EDGE_NEEDS_A_BODY: {
    zh: '边缘或并列交由集体决定，须 decide: party 并有决定阶段',
    en: 'the edge is left to the body: that needs decide: party and a stage of deciding',
  },
  CHOICE_NEEDS_A_BODY: {
    zh: '选择须由集体作出：decide: party',
    en: "a choice is a body's: decide: party",
  },
  DECISION_MISSING: {
    zh: '规则由集体决定或确认，但日程中没有决定阶段',
    en: 'the rule is decided or confirmed by a body, but no stage of deciding stands in the calendar',
  },
  ORDER_WITH_THRESHOLD: {
    zh: '按分数线取者不能另定排序 order',
    en: 'a threshold of scores has no order of its own',
  },
  OF_NOT_STATED: { zh: '比例的基数必须写明：of', en: 'must say what the share is of (of)' },
  RULE_NEEDS_A_RESULT: {
    zh: '没有评分结果，不能按名次或分数取',
    en: 'nothing is scored, so that neither ranks nor scores can decide',
  },
  NEXT_WITHOUT_FIRST: {
    zh: 'next 之前没有 first 或 next',
    en: 'there is no first or next before this next',
  },
  HOLDER_NOT_ANSWERABLE: {
    zh: '结果归于 {to}，但对象“{subject}”没有写明 answerable: {to}',
    en: 'goes to the {to}, but the subject "{subject}" does not say answerable: {to}',
  },
  CODE_TWICE: { zh: '代码“{given}”已用于另一规则', en: 'the code "{given}" stands at another rule already' },
  TEST_NOT_ONE: {
    zh: '必须且只能写明 atLeast、atMost、is、oneOf 之一',
    en: 'must say exactly one of atLeast, atMost, is and oneOf',
  },
  FACT_ARGUMENT_MISSING: { zh: '事实 {fact} 必须写明 {argument}', en: 'the fact {fact} must say {argument}' },
  FACT_ARGUMENT_NOT_HERE: { zh: '事实 {fact} 没有 {argument}', en: 'the fact {fact} has no {argument}' },
  FACT_VALUE_KIND: {
    zh: '事实 {fact} 只能与 {kind} 比较',
    en: 'the fact {fact} is compared with {kind} only',
  },
} as const;
