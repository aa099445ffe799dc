/** For what a bundle may be. */
export const FOR = ['deploy', 'redistribute', 'fine-tune'] as const
/** One of these. */
export type Purpose = (typeof FOR)[number]

/** What one means to do with a model: as uses of `knowledge/uses.yml`, and whether what was changed has to be told. */
export const PURPOSES = {
  deploy: { actions: ['integrate', 'hosted-service'], changes: false },
  redistribute: { actions: ['redistribute'], changes: true },
  'fine-tune': { actions: ['fine-tune', 'redistribute'], changes: true },
} as const satisfies Record<Purpose, { readonly actions: readonly string[]; readonly changes: boolean }>
