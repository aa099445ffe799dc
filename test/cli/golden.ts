import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

const ROOT = new URL('../../', import.meta.url)
const VERSION: string = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).version

/** What a run of the built command printed, and its exit code. */
export interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

/** Runs the built command at the root of the repository, without colors. */
export function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  command = 'dist/bin/unwash.js',
): Promise<Run> {
  const { FORCE_COLOR: _, DEBUG: __, ...inherited } = process.env
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd: ROOT, env: { ...inherited, NO_COLOR: '1', ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ stdout, stderr, code: error ? Number(error.code) : 0 }),
    )
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
