/** Those of some models that can be used as they are: an adapter without its base cannot. */
export const runnable = <T extends { readonly alone?: boolean | undefined }>(models: readonly T[]): T[] =>
  models.filter(({ alone }) => alone !== true)
