/** What a policy binds the levels below to. */
export const policyProblemTexts = {
  LEVEL_NOT_BELOW: {
    zh: '“{level}”不在“{by}”之下：总量控制只约束下级',
    en: '"{level}" is not below "{by}": a policy binds the levels below',
  },
  CYCLE_NOT_STATED: {
    zh: '“{level}”按周期计数，须写明周期，例如 cycle: 5y',
    en: '"{level}" is counted by cycle: say which, for example cycle: 5y',
  },
  COUNTED_NOT_YET: {
    zh: '“{counted}”目前还不能计数；只写 honour，即通报表彰',
    en: '"{counted}" is counted by nobody yet: write honour alone, what a circular gives',
  },
} as const;
