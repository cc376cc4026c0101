/** Where a reason is met: by a test that asks through the public API, by one below it, or by none, for a reason that is told. */
export type Met = Readonly<{
  reasons: readonly string[];
  throughTheApi: ReadonlySet<string>;
  below: ReadonlySet<string>;
  listedBelow: readonly string[];
  notMet: readonly Readonly<{ why: string; reasons: readonly string[] }>[];
}>;

/** Every word that is written like a reason. */
export const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(/\b[A-Z][A-Z_]+\b/gu) ?? []));

/** What is wrong with the lists: reasons that stand in none and are met by nothing, and such as stand where they do not belong. */
export const faultsOf = ({ reasons, throughTheApi, below, listedBelow, notMet }: Met): readonly string[] => {
  const unmet = notMet.flatMap((one) => one.reasons);
  const listed = [...listedBelow, ...unmet];
  return [
    ...reasons
      .filter((reason) => !throughTheApi.has(reason) && !listed.includes(reason))
      .map((reason) => `${reason} is met by no test through the API`),
    ...listed.filter((reason) => throughTheApi.has(reason)).map((reason) => `${reason} is met, and listed as if not`),
    ...listed.filter((reason) => !reasons.includes(reason)).map((reason) => `${reason} is no reason of any refusal`),
    ...listedBelow
      .filter((reason) => !throughTheApi.has(reason) && !below.has(reason))
      .map((reason) => `${reason} is met by no test at all`),
    ...unmet.filter((reason) => below.has(reason)).map((reason) => `${reason} is met below the API`),
    ...listed.filter((reason, at) => listed.indexOf(reason) !== at).map((reason) => `${reason} is listed twice`),
  ];
};
