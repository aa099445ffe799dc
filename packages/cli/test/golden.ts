import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { format } from 'node:util'
import { runCommand } from '../src/main.ts'
import type { Stop } from '../src/terminal/stop.ts'

const ROOT = new URL('../../../', import.meta.url)
const { signal } = new AbortController()
/** nobody stops what runs in this process */
const UNSTOPPED: Stop = { signal, draining: () => signal, exitCode: () => null }
const VERSION: string = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).version

/** What a run of the built command printed, and its exit code. */
export interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

type Environment = Readonly<Record<string, string>>

/** Runs the command in this process, without colors; a survey, which begins others of its own, runs as `runBuilt`. */
export function run(args: readonly string[], environment: Environment = {}): Promise<Run> {
  const ran = last.then(() => runAlone(args, environment))
  last = ran.catch(() => {})
  return ran
}

/** the run before: streams and environment are those of the process, and one run at a time has them */
let last: Promise<unknown> = Promise.resolve()

async function runAlone(args: readonly string[], environment: Environment): Promise<Run> {
  const { exitCode, stdout, stderr } = process
  const { error } = console
  const [toStdout, toStderr] = [stdout.write, stderr.write]
  let [out, err] = ['', '']
  const kept = (keep: (text: string) => void) =>
    ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
      keep(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk))
      const written = rest.at(-1)
      if (typeof written === 'function') queueMicrotask(() => written())
      return true
    }) as typeof toStdout
  const back = within({ FORCE_COLOR: undefined, DEBUG: undefined, NO_COLOR: '1', ...environment })
  try {
    process.exitCode = undefined
    stdout.write = kept(text => {
      out += text
    })
    stderr.write = kept(text => {
      err += text
    })
    console.error = (...said) => void stderr.write(`${format(...said)}\n`)
    await runCommand(args, UNSTOPPED)
    return { stdout: out, stderr: err, code: Number(process.exitCode ?? 0) }
  } finally {
    Object.assign(stdout, { write: toStdout })
    Object.assign(stderr, { write: toStderr })
    console.error = error
    back()
    process.exitCode = exitCode
  }
}

/** Changes the environment, variable by variable: the system reads it too. What is returned puts it back. */
function within(changes: Readonly<Record<string, string | undefined>>): () => void {
  const put = (all: typeof changes) => {
    for (const [name, value] of Object.entries(all)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
  const before = Object.fromEntries(Object.keys(changes).map(name => [name, process.env[name]]))
  put(changes)
  return () => put(before)
}

/** Runs the built command as a process at the root of the repository, without colors, `input` on its stdin. */
export function runBuilt(
  args: readonly string[],
  environment: Environment = {},
  { command = 'dist/bin/unwash.js', input = '' } = {},
): Promise<Run> {
  const { FORCE_COLOR: _, DEBUG: __, ...inherited } = process.env
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [command, ...args],
      { cwd: ROOT, env: { ...inherited, NO_COLOR: '1', ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ stdout, stderr, code: error ? Number(error.code) : 0 }),
    )
    // one that does not read it has ended before
    child.stdin?.on('error', () => {}).end(input)
  })
}

const COMMAND = /^\$ unwash\b(.*)$/
const ARGUMENT = /"([^"]*)"|(\S+)/g

/**
 * Runs every command of a golden and writes the file anew: headings and prose as they are, and after each command its
 * stdout, its stderr and its exit code. A golden that holds comes out as it went in.
 */
export async function regenerate(golden: string): Promise<string> {
  const out: string[] = []
  let inOutput = false
  let inFence = false
  for (const line of golden.split('\n')) {
    if (line.startsWith('````')) inFence = !inFence
    if (inOutput && (inFence || !line.startsWith('#'))) continue
    inOutput = false
    out.push(line)
    const command = COMMAND.exec(line)
    if (!command) continue
    const args = [...(command[1] ?? '').matchAll(ARGUMENT)].map(match => match[1] ?? match[2] ?? '')
    out.push('```', ...shown(await run(args)), '')
    inOutput = true
  }
  return `${out.join('\n').trimEnd()}\n`
}

function shown({ stdout, stderr, code }: Run): readonly string[] {
  const block = (text: string) => [
    '',
    '````text',
    ...text.replaceAll(VERSION, '<version>').trimEnd().split('\n'),
    '````',
  ]
  return [
    ...(stdout === '' ? [] : block(stdout)),
    ...(stderr === '' ? [] : ['', 'On stderr:', ...block(stderr)]),
    '',
    `Exit code ${code}`,
  ]
}
