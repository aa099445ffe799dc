import { notFound } from '@unwash/core/error'
import { originNamed } from '@unwash/core/release/origin'
import type { Release } from '@unwash/core/release/release'
import { file } from './file.ts'
import { folder } from './folder.ts'
import { git } from './git.ts'
import { readAddress as atGithub } from './github/address.ts'
import { readAddress as atHub } from './hub/address.ts'
import { namedEndpoint } from './hub/endpoint.ts'
import { readAddress as atModelscope } from './modelscope/address.ts'
import { mot } from './mot/index.ts'
import { readAddress as inRegistry } from './registry/address.ts'
import { readAddress } from './repository/address.ts'
import { saved } from './saved/index.ts'
import type { OpenOptions, Source } from './source.ts'

/** A source that is loaded when a target is an address of its own: most are not. */
const far = (id: Source['id'], address: (target: string) => unknown, load: () => Promise<Source>): Source => ({
  id,
  accepts: async target => (await address(target)) !== null,
  open: async (target, options) => (await load()).open(target, options),
})

const hub = far(
  'hub',
  target => atHub(target, namedEndpoint(process.env)),
  async () => (await import('./hub/index.ts')).hub,
)
const registry = far('registry', inRegistry, async () => (await import('./registry/index.ts')).registry)
const modelscope = far('modelscope', atModelscope, async () => (await import('./modelscope/index.ts')).modelscope)
const github = far('github', atGithub, async () => (await import('./github/index.ts')).github)

/** Where a release can be read from, in the order asked; one that knows its own URLs goes before `git`. */
export const sources: readonly Source[] = [hub, registry, modelscope, github, git, folder, saved, mot, file]

/**
 * Opens the release at a target: a model or dataset at a hub, a folder, a git URL or `path@revision`, or a file.
 * Throws `UnwashError` when no source opens it, or the one that should cannot.
 */
export async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  const { name, ...opening } = options
  if (name !== undefined) {
    const { guessed: _, ...release } = await open(target, opening)
    return { ...release, ...originNamed(name), named: true }
  }
  if (options.on !== undefined) return openOn(target, options)
  for (const source of sources) {
    if (!target.includes('\0') && (await source.accepts(target))) return source.open(target, options)
  }
  throw notFound('no source opens', target, 'give a folder, a git URL, org/model, or a file')
}

/**
 * Opens what a place held on a day: a clone or a hub by its history; whatever has none as it is now, and that is said.
 */
async function openOn(target: string, { on, ...options }: OpenOptions): Promise<Release> {
  if (await hub.accepts(target)) return hub.open(target, { ...options, on })
  const dated = (await git.accepts(target)) ? target : `${target}@HEAD`
  // a folder inside of no repository, or one without commits, has no days to choose from
  if ((await git.accepts(dated)) && (await hasHistory(dated))) return git.open(dated, { ...options, on })
  const release = await open(target, options)
  const says = `${target} keeps no history: it was read as it is now, not as it was on ${on}`
  return { ...release, notes: [...release.notes, { says }] }
}

async function hasHistory(target: string): Promise<boolean> {
  const address = await readAddress(target)
  return address?.is === 'local' || address?.is === 'url'
}
