import type { LinkedPlace, Release } from '@unwash/core/release/release'
import type { LinkedParts, OnePlace, Parts } from '@unwash/core/release/saved'
import type * as z from 'zod'

/** The release that the parts of an evidence file hold. */
export function releaseOf({ signoffs, readings, linked, ...own }: Parts): Release {
  return {
    ...placeFrom(own),
    ...(signoffs.length > 0 ? { signoffs } : {}),
    ...(readings ? { readings } : {}),
    ...(linked ? { linked: linked.map(linkedOf) } : {}),
  }
}

/** A linked place that the parts of an evidence file hold. */
export function linkedOf({ of, target, cited, ...own }: z.infer<typeof LinkedParts>): LinkedPlace {
  return { of, target, cited, release: placeFrom(own) }
}

function placeFrom({ release, files, headers, unread, notes, texts }: z.infer<typeof OnePlace>): Release {
  const { unwash: _, knowledge: __, ...about } = release
  return {
    ...about,
    files,
    headers: headers.map(header => ({ ...header, metadata: Object.fromEntries(header.metadata) })),
    ...(unread ? { unread } : {}),
    notes: notes.map(({ says, path }) => ({ says, ...(path === undefined ? {} : { path }) })),
    texts: new Map(texts.map(({ sha256: _, ...text }) => [text.path, text])),
  }
}
