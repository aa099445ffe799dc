import type * as z from 'zod'
import type { LinkedPlace, Release } from '../release.ts'
import type { LinkedParts, OnePlace, Parts } from './format.ts'

/** Which versions saved it, and the day. */
export interface Saving {
  readonly version: string
  readonly knowledge: string
  readonly readOn: string
}

/** A release in the parts of an evidence file. `hash` gives the SHA-256 of a text. */
export function partsOf(release: Release, saving: Saving, hash: (content: string) => string): Parts {
  const { signoffs = [], readings, linked, ...own } = release
  return {
    ...placeParts(own, saving, hash),
    signoffs: [...signoffs],
    ...(readings ? { readings: [...readings] } : {}),
    ...(linked && linked.length > 0 ? { linked: linked.map(one => linkedParts(one, saving, hash)) } : {}),
  }
}

/** A linked place in the parts of an evidence file. */
export function linkedParts(
  { of, target, cited, release }: LinkedPlace,
  saving: Saving,
  hash: (content: string) => string,
): z.infer<typeof LinkedParts> {
  const { signoffs: _, readings: ___, linked: __, ...own } = release
  return { of, target, cited: [...cited], ...placeParts(own, saving, hash) }
}

function placeParts(
  release: Omit<Release, 'signoffs' | 'readings' | 'linked'>,
  saving: Saving,
  hash: (content: string) => string,
): z.infer<typeof OnePlace> {
  const {
    name,
    publisher,
    guessed,
    named,
    source,
    place,
    revision,
    complete,
    declared,
    hub,
    texts,
    headers,
    files,
    unread,
    notes,
    readOn,
    // shown by its texts
    accounts: _,
    ...more
  } = release
  // a field that a release gains is saved too: this does not compile without it
  more satisfies Readonly<Record<string, never>>
  const origin = { ...(guessed ? { guessed } : {}), ...(named ? { named } : {}) }
  const about = { name, publisher, ...origin, source, place, revision, complete }
  return {
    release: {
      ...about,
      ...(declared ? { declared: declared.map(one => ({ ...one, cited: [...one.cited] })) } : {}),
      ...(hub ? { hub: { ...hub, card: { ...hub.card }, tags: [...hub.tags], bases: [...hub.bases] } } : {}),
      readOn: readOn ?? saving.readOn,
      unwash: saving.version,
      knowledge: saving.knowledge,
    },
    files: files.map(({ path, size, kind, sha256 }) => ({ path, size, kind, ...(sha256 ? { sha256 } : {}) })),
    headers: headers.map(({ path, format, metadata, tensors, parameters }) => ({
      path,
      format,
      // pairs: a key may have any name
      metadata: Object.entries(metadata),
      tensors,
      parameters,
    })),
    ...(unread ? { unread: unread.map(({ path, why, says }) => ({ path, why, says })) } : {}),
    notes: notes.map(({ says, path }) => ({ says, ...(path === undefined ? {} : { path }) })),
    texts: [...texts.values()].map(({ path, content, encoding, truncated }) => ({
      path,
      sha256: hash(content),
      encoding,
      truncated,
      content,
    })),
  }
}

/** The release that the parts of an evidence file hold. */
export function releaseOf({ signoffs, readings, linked, ...own }: Parts): Release {
  return {
    ...placeOf(own),
    ...(signoffs.length > 0 ? { signoffs } : {}),
    ...(readings ? { readings } : {}),
    ...(linked ? { linked: linked.map(linkedOf) } : {}),
  }
}

/** A linked place that the parts of an evidence file hold. */
export function linkedOf({ of, target, cited, ...own }: z.infer<typeof LinkedParts>): LinkedPlace {
  return { of, target, cited, release: placeOf(own) }
}

function placeOf({ release, files, headers, unread, notes, texts }: z.infer<typeof OnePlace>): Release {
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
