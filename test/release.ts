import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { HubFacts, Release, ReleaseFile, Text, WeightsHeader } from '@unwash/core/release/release'
import { wantedAs } from '@unwash/core/release/wanted'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { whenFileEnds } from './ends.ts'

/** A file of an invented release: its text, or what the listing says of a file that is not read. */
export type FileSetup = string | { readonly size?: number | null; readonly kind?: ReleaseFile['kind'] }

export interface ReleaseSetup {
  readonly name?: string
  readonly publisher?: string | null
  /** whether whoever asks says that it is so called; yes unless told */
  readonly named?: false
  readonly files?: Readonly<Record<string, FileSetup>>
  /** whether the listing is all there is; yes unless told */
  readonly complete?: boolean
  readonly headers?: readonly WeightsHeader[]
  readonly source?: Release['source']
  readonly notes?: Release['notes']
  /** what a hub says of it */
  readonly hub?: Partial<HubFacts>
}

/** An invented release, as a source would have read it: every file listed, and of the texts those a source wants. */
export function releaseOf(setup: ReleaseSetup = {}): Release {
  const files: ReleaseFile[] = []
  const texts = new Map<string, Text>()
  for (const [path, file] of Object.entries(setup.files ?? {})) {
    if (typeof file === 'string') {
      files.push({ path, size: new TextEncoder().encode(file).length, kind: 'file' })
      if (wantedAs(path, loadLegalFiles()) !== null)
        texts.set(path, { path, content: file, encoding: 'utf-8', truncated: false })
    } else files.push({ path, size: file.size === undefined ? 4_000_000_000 : file.size, kind: file.kind ?? 'file' })
  }
  return {
    name: setup.name ?? 'heron-7b',
    publisher: setup.publisher === undefined ? 'marsh-lab' : setup.publisher,
    ...(setup.named === false ? {} : { named: true }),
    source: setup.source ?? 'folder',
    place: setup.name ?? 'heron-7b',
    revision: null,
    complete: setup.complete ?? true,
    files: files.sort((one, other) => (one.path < other.path ? -1 : 1)),
    texts,
    headers: setup.headers ?? [],
    notes: setup.notes ?? [],
    ...(setup.hub ? { hub: { ...UNSAID, ...setup.hub } } : {}),
  }
}

/** A hub that knows a model and says nothing of it. */
const UNSAID: HubFacts = {
  api: 'https://hub.example/api/models/marsh-lab/heron-7b',
  kind: 'model',
  gated: null,
  card: {},
  tags: [],
  task: null,
  library: null,
  relation: null,
  bases: [],
}

/** A temporary folder with these files, gone after the tests of the file. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>, name = 'release'): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'release-')))
  whenFileEnds(() => rmSync(parent, { recursive: true, force: true }))
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true })
  add(folder, files)
  return folder
}

/** Puts files into a folder. */
export function add(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
