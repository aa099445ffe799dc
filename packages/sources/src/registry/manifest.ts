import { createHash } from 'node:crypto'
import type { LegalFiles } from '@unwash/core/knowledge/legal-files'
import { legalNameOf } from '@unwash/core/knowledge/legal-names'
import * as z from 'zod'
import { json, keptAs, maybe } from '../http/json.ts'
import { HubTrouble } from '../http/trouble.ts'

/** What a registry has under a name: descriptors of blobs. Only what is read of them is looked at. */
const Descriptor = z.object({
  mediaType: z.string().max(300).catch(''),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
  name: maybe(z.string().max(500)),
  annotations: maybe(z.record(z.string(), z.string())),
})

const Manifest = z.object({
  artifactType: maybe(z.string()),
  config: maybe(Descriptor),
  layers: z.array(Descriptor).max(20_000),
  annotations: maybe(z.record(z.string(), z.string())),
})
const ManifestList = z.object({ manifests: z.array(Descriptor).min(1).max(1_000) })

/** A manifest that holds. */
export type Manifest = z.infer<typeof Manifest>

/** what a client of models asks for: a manifest of either family, or an index of them */
export const ACCEPTED = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.index.v1+json',
].join(', ')

/** Reads a manifest, or the digests of an index that leads to several. */
export function readManifest(bytes: Uint8Array): Manifest | { readonly index: readonly string[] } {
  const value = json(bytes)
  const index = ManifestList.safeParse(value)
  if (index.success) return { index: index.data.manifests.map(({ digest }) => digest) }
  const read = Manifest.safeParse(value)
  if (read.success) return read.data
  throw new HubTrouble('the registry answers with something else than a manifest of blobs with SHA-256 digests')
}

/** The digest of bytes, as registries write it. */
export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** A layer as a file: what it is called, and whether it is an archive of several. */
export interface Layer {
  readonly path: string
  readonly digest: string
  readonly size: number
  readonly archive: 'tar' | 'tar+gzip' | 'other' | null
}

/** names of Ollama's layers, which have none of their own: server/images.go and server/create.go of ollama/ollama */
const OLLAMA: Readonly<Record<string, string>> = {
  model: 'model.gguf',
  projector: 'projector.gguf',
  adapter: 'adapter.gguf',
  draft: 'draft.gguf',
  embed: 'embed.bin',
  tensor: 'model.safetensors',
  license: 'LICENSE',
  template: 'template.txt',
  prompt: 'template.txt',
  system: 'system.txt',
  params: 'params.json',
  messages: 'messages.json',
}

/** Names the layers of a manifest: by their annotations, else by what their type says they are. */
export function layersOf({ layers }: Manifest): Layer[] {
  const taken = new Map<string, number>()
  return layers.map(layer => {
    const named =
      layer.annotations?.['org.cncf.model.filepath'] ??
      layer.annotations?.['org.opencontainers.image.title'] ??
      layer.name ??
      nameByType(layer.mediaType)
    const path = named.replace(/^(?:\.?\/)+/, '')
    const times = (taken.get(path) ?? 0) + 1
    taken.set(path, times)
    return {
      path: times === 1 ? path : numbered(path, times),
      digest: layer.digest,
      size: layer.size,
      archive: archiveOf(layer.mediaType),
    }
  })
}

const numbered = (path: string, times: number) => path.replace(/(\.[^./]*)?$/, ending => `-${times}${ending}`)

function nameByType(mediaType: string): string {
  const ollama = /^application\/vnd\.ollama\.image\.(\w+)$/.exec(mediaType)?.[1]
  if (ollama) return OLLAMA[ollama] ?? `${ollama}.bin`
  const model = /^application\/vnd\.cncf\.model\.([\w.]+)\.v1\.([\w+]+)$/.exec(mediaType)
  return model ? `${model[1]}.${model[2]?.replace('+', '.')}` : 'layer.bin'
}

function archiveOf(mediaType: string): Layer['archive'] {
  const kind = /[.+](tar(?:[+.]\w+)?)$/.exec(mediaType)?.[1]?.replace('.', '+')
  if (kind === undefined) return null
  return kind === 'tar' || kind === 'tar+gzip' ? kind : 'other'
}

/** What the configuration of an artifact or an image says of it, under whichever keys its licenses stand. */
const Config = z.object({
  descriptor: maybe(z.record(z.string(), z.unknown())),
  config: maybe(z.object({ Labels: maybe(z.record(z.string(), z.unknown())) })),
})

/** an annotation that the specification of images has begins so */
const PREFIX = /^org\.(?:opencontainers\.image|cncf\.model)\./

/**
 * What a registry declares of a model's terms, key by key: its configuration, labels, and the annotations of its
 * manifest and layers. Of two that differ under one key both are kept.
 */
export function declaredIn(
  { annotations, layers }: Manifest,
  config: Uint8Array | null,
  legal: LegalFiles,
): Record<string, unknown> {
  const read = config === null ? null : keptAs(Config, config)
  const places = [read?.descriptor, read?.config?.Labels, annotations, ...layers.map(layer => layer.annotations)]
  const all = new Map<string, unknown[]>()
  for (const [name, value] of places.flatMap(place => Object.entries(place ?? {}))) {
    const key = name.replace(PREFIX, '')
    if (legalNameOf(key.replaceAll('.', '_'), legal) === null) continue
    const before = all.get(key) ?? []
    if (!before.some(one => JSON.stringify(one) === JSON.stringify(value))) all.set(key, [...before, value])
  }
  return Object.fromEntries([...all].map(([key, values]) => [key, values.length === 1 ? values[0] : values.flat()]))
}
