import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** The command as it is built, and a worker whose threads can be poisoned. */
export const command = new URL('../../../../dist/bin/unwash.js', import.meta.url).pathname
export const worker = new URL('./worker.mjs', import.meta.url).pathname

/** A program that a test has started, and all it has said. */
export type Program = ChildProcess & { readonly said: () => string }

/** Starts a program. */
export function start(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', NO_COLOR: '1', ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', data => {
      said += data
    })
  }
  return Object.assign(child, { said: () => said })
}

export const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

/** Waits for its end, and gives its exit code; null where a signal ended it. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (isAlive(child)) await once(child, 'close')
  return child.exitCode
}

/** Waits until it is so. */
export async function until(holds: () => Promise<boolean>, what: () => string, patience = 60_000): Promise<void> {
  for (const end = Date.now() + patience; !(await holds().catch(() => false)); await sleep(50)) {
    if (Date.now() > end) throw new Error(`it did not come to this: ${what()}`)
  }
}
