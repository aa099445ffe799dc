/** behind the name of an adapter, of which it with its base is told too */
export const ALONE = ', the adapter alone'
/** Those of some models that can be used as they are: an adapter without its base cannot. */
export const runnable = <T extends { readonly name: string }>(models: readonly T[]): T[] =>
  models.filter(({ name }) => !name.endsWith(ALONE))
