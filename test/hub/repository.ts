import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { type ReleaseSetup, releaseOf } from '../release.ts'

/** An invented release as a hub has it. */
export interface RepositorySetup extends ReleaseSetup {
  readonly kind?: 'model' | 'dataset'
  /** how the files that are not text begin; zeros follow */
  readonly beginnings?: Readonly<Record<string, Uint8Array>>
  readonly gated?: 'auto' | 'manual'
  /** the token that has access to a gated repository */
  readonly granted?: string
  /** the list of files is refused like the files */
  readonly hidesTree?: boolean
  readonly disabled?: boolean
  /** as the hub counts them, and the day it was put there */
  readonly downloads?: number
  readonly likes?: number
  readonly createdAt?: string
  /** names of other revisions that lead to this commit */
  readonly revisions?: readonly string[]
  /** its large files are in the store of chunks, and the hub says how to ask that */
  readonly xet?: boolean
}

export interface ServedFile {
  readonly path: string
  readonly size: number
  /** the beginning, where it is not zeros */
  readonly bytes: Uint8Array
  /** kept in the store for large files, to which the hub sends on */
  readonly stored: boolean
  /** of git: the hash of the file, or of the pointer in its place */
  readonly oid: string
  /** of the whole content */
  readonly sha256: string
}

/** A repository at one commit. */
export interface Repository {
  readonly id: string
  readonly setup: RepositorySetup
  readonly sha: string
  readonly files: readonly ServedFile[]
  readonly info: Readonly<Record<string, unknown>>
  /** of the commit */
  readonly date: string
  /** what was there before */
  readonly before: Repository | null
}

/** The key of a repository: a dataset is another than the model of its name. */
export const keyOf = (kind: 'model' | 'dataset', id: string) => `${kind}s/${id}`

/** A repository as a hub would keep the release. */
export function repositoryOf(setup: RepositorySetup): Repository {
  const release = releaseOf(setup)
  const id = release.publisher === null ? release.name : `${release.publisher}/${release.name}`
  const files = release.files.map(({ path, size }): ServedFile => {
    const written = setup.files?.[path]
    const stored = typeof written !== 'string'
    const bytes = stored ? (setup.beginnings?.[path] ?? new Uint8Array()) : new TextEncoder().encode(written)
    const all = size ?? bytes.length
    const sha256 = contentHash(bytes, all)
    const inGit = stored ? new TextEncoder().encode(pointerOf(sha256, all)) : bytes
    return { path, size: all, bytes, stored, sha256, oid: gitHash(inGit) }
  })
  const sha = createHash('sha1')
  for (const { path, size, bytes } of files) sha.update(`${path} ${size} `).update(bytes)
  const readme = setup.files?.['README.md']
  const card = typeof readme === 'string' ? frontMatter(readme) : {}
  const bases = [card.base_model ?? []].flat().filter(one => typeof one === 'string')
  const relation = typeof card.base_model_relation === 'string' ? card.base_model_relation : 'finetune'
  const license = typeof card.license === 'string' ? [`license:${card.license}`] : []
  const tags = [
    ...[card.tags ?? []].flat(),
    ...license,
    ...bases.flatMap(base => [`base_model:${base}`, `base_model:${relation}:${base}`]),
    'region:us',
  ]
  return {
    id,
    setup,
    sha: sha.digest('hex'),
    files,
    date: '2026-01-01T12:00:00.000Z',
    before: null,
    info: {
      author: release.publisher,
      gated: setup.gated ?? false,
      private: false,
      disabled: setup.disabled ?? false,
      tags,
      cardData: card,
      pipeline_tag: card.pipeline_tag ?? 'text-generation',
      library_name: card.library_name ?? 'transformers',
      baseModels: bases.length > 0 ? { relation, models: bases.map(base => ({ _id: '0', id: base })) } : undefined,
      siblings: files.map(({ path }) => ({ rfilename: path })),
      downloads: setup.downloads ?? 12,
      likes: setup.likes ?? 3,
      createdAt: `${setup.createdAt ?? '2026-01-01'}T12:00:00.000Z`,
      downloadsAllTime: 10 * (setup.downloads ?? 12),
      usedStorage: files.reduce((sum, { size }) => sum + size, 0),
      safetensors: files.some(({ path }) => path.endsWith('.safetensors'))
        ? { parameters: { BF16: 2_048_000 }, total: 2_048_000 }
        : undefined,
      gguf: files.some(({ path }) => path.endsWith('.gguf')) ? { total: 2_048, architecture: 'llama' } : undefined,
    },
  }
}

/** Git LFS keeps this in the place of a large file. */
export const pointerOf = (sha256: string, size: number) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`

const gitHash = (bytes: Uint8Array) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

/** larger ones are not gone through for their hash: it is invented */
const HASHED = 40_000_000
const hashes = new Map<string, string>()

function contentHash(bytes: Uint8Array, size: number): string {
  const start = createHash('sha256').update(bytes)
  if (size > HASHED) return start.update(`and ${size}`).digest('hex')
  const key = `${start.copy().digest('hex')} ${size}`
  const hash = hashes.get(key) ?? start.update(Buffer.alloc(Math.max(0, size - bytes.length))).digest('hex')
  hashes.set(key, hash)
  return hash
}

function frontMatter(readme: string): Readonly<Record<string, unknown>> {
  const yaml = /^---\n(.*?)\n---/s.exec(readme)?.[1]
  const data: unknown = yaml === undefined ? {} : parse(yaml)
  return typeof data === 'object' && data !== null ? { ...data } : {}
}
