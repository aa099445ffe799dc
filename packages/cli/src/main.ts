#!/usr/bin/env node
import * as module from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { EXIT } from './exit.ts'
import { exitOf, runCommand } from './run.ts'
import { stopOf } from './terminal/stop.ts'
import { guardTerminal } from './terminal/terminal.ts'

/** the latest Node.js whose engine is known to have these settings; another would complain of them */
const LATEST_TRIED = 24

/*
 * A command reads a few texts with hundreds of patterns, and a third of its time went by in making them ready: without
 * a second look at each and without machine code for those used a few times it is a quarter faster.
 */
const NODE = Number.parseInt(process.versions.node, 10)
if (NODE <= LATEST_TRIED) {
  setFlagsFromString('--no-regexp-peephole-optimization')
  setFlagsFromString('--regexp-tier-up-ticks=10')
}
/*
 * Node.js 20 makes its fastest code early, which takes a survey of 400 releases a fifth of its time: here only of what
 * runs twenty times as long. A long survey is no slower. Later ones have a step between, and no such setting.
 */
if (NODE === 20) setFlagsFromString('--interrupt-budget=1500000')

// what a command loads is compiled once, where Node.js can keep it (from 22 on)
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache()

const stop = stopOf()

// what goes into a file or another program is not changed: a patch must fit
if (process.stdout.isTTY) guardTerminal(process.stdout, { colors: true })
guardTerminal(process.stderr, { colors: false })

// a reader such as `head` may stop early; what was found still decides the exit code
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') ended(error)
  process.exit()
})
// there may be nobody left to tell
process.stderr.on('error', () => {})
// what nobody catches would end with 1, which says that a gate is not met
process.on('uncaughtException', ended)

await runCommand(process.argv.slice(2), stop)

/** Ends the process at once; what was told of before is not told again. */
function ended(error: unknown): never {
  process.exit(process.exitCode === EXIT.trouble ? EXIT.trouble : exitOf(error, stop))
}
