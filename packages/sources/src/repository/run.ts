import { type ChildProcess, spawn } from 'node:child_process'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { UnwashError } from '@unwash/core/error'
import { entriesOf, entryAt } from '../files/disk.ts'

/** How git is run. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  /** written to git's standard input */
  readonly input?: string
  /** bytes of output after which git is ended: the rest is not wanted */
  readonly most?: number
  readonly seconds?: number
  /**
   * the folder to which packs come, and the bytes that may be in it: more end git, and `runGit` throws a `TooMuch`
   */
  readonly packs?: { readonly folder: string; readonly most: number }
  /**
   * talks to another machine: the user's own git configuration (proxies, credentials) holds, and the network is open
   */
  readonly remote?: boolean
}

/** What came of it. */
export interface Ran {
  /** git's exit code; null when it was ended at `most` */
  readonly code: number | null
  readonly out: Uint8Array
  readonly err: string
}

/** What was fetched is more than may be. */
export class TooMuch extends Error {}

/** milliseconds between two looks at how much came */
const LOOK = 100

/** longer than the largest listing or a slow server takes */
const SECONDS = 120

/** more than the listing of 200,000 paths */
const MOST_BYTES = 64 * 1024 * 1024

/** what git says on its error stream is only ever quoted in part */
const MOST_ERR = 16 * 1024

/** Nothing a repository brings along is run: no hooks, monitors, transport helpers or background work. */
const GUARDS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.pager=cat',
  'log.showSignature=false',
  'core.alternateRefsCommand=',
  // what it says of parents and dates nobody checks
  'core.commitGraph=false',
  'core.multiPackIndex=false',
  'protocol.ext.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  // what comes is kept as it comes, in one file whose size tells how much it is
  'fetch.unpackLimit=1',
  'credential.interactive=false',
  'submodule.recurse=false',
  // a server that stalls is given up
  'http.lowSpeedLimit=100',
  'http.lowSpeedTime=20',
].flatMap(setting => ['-c', setting])

/** Runs git, never through a shell and never asking anybody. Throws `UnwashError` without git or when time is up. */
export function runGit(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { signal, input, most = MOST_BYTES, seconds = SECONDS, remote = false, packs } = options
  const local = remote ? [] : ['-c', 'protocol.allow=never']
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    // a group of its own, so that the programs git starts to reach a server end with it
    const child = spawn('git', [...GUARDS, ...local, ...args], { env: environment(remote), detached: true })
    const out: Uint8Array[] = []
    let size = 0
    let err = ''
    let cut = false
    const end = (error: unknown) => {
      clearTimeout(timer)
      clearInterval(look)
      signal?.removeEventListener('abort', onAbort)
      endGroup(child)
      reject(error)
    }
    const onAbort = () => end(signal?.reason)
    const timer = setTimeout(() => {
      end(
        new UnwashError(
          `no answer within ${seconds} seconds from git`,
          String(args.at(-1)),
          'try again later',
          remote ? 'network' : 'unreadable',
        ),
      )
    }, seconds * 1000)
    const isFull = () => packs !== undefined && bytesIn(packs.folder) > packs.most
    const look = packs && setInterval(() => isFull() && end(new TooMuch()), LOOK)
    signal?.addEventListener('abort', onAbort)
    child.stdout.on('data', (chunk: Uint8Array) => {
      if (cut) return
      out.push(chunk)
      size += chunk.length
      if (size < most) return
      cut = true
      endGroup(child)
    })
    child.stderr.on('data', (chunk: Uint8Array) => {
      if (err.length < MOST_ERR) err += new TextDecoder().decode(chunk)
    })
    // git may end before it has read everything; its exit code tells
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    child.on('error', cause =>
      end(new UnwashError('cannot run', 'git', 'install git, or give a folder', 'not-installed', cause)),
    )
    child.on('close', code => {
      clearTimeout(timer)
      clearInterval(look)
      signal?.removeEventListener('abort', onAbort)
      if (isFull()) reject(new TooMuch())
      else resolve({ code: cut ? null : code, out: Buffer.concat(out).subarray(0, most), err })
    })
  })
}

/** The bytes of the files in a folder; none where it is not there yet. */
function bytesIn(folder: string): number {
  try {
    const { entries } = entriesOf(folder, 1_000)
    return entries.reduce((sum, { name }) => sum + (entryAt(join(folder, name))?.size ?? 0), 0)
  } catch {
    return 0
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

/** The environment without whatever a surrounding git, such as a hook, says of its own repository. */
function environment(remote: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || /^GIT_SS[HL]_?/.test(name))
  const own = remote ? {} : { GIT_CONFIG_GLOBAL: devNull, GIT_NO_LAZY_FETCH: '1' }
  return {
    // what ssh would ask, nobody answers
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=15',
    ...Object.fromEntries(kept),
    ...own,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  }
}
