import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { EXIT } from '../exit.ts'
import type { Stop } from '../terminal/stop.ts'

const STORE = 'where releases are kept: a DuckDB file, or postgres://…'

/** `serve`, `site` and `mcp`. */
export function addWeb(program: CommandUnknownOpts, stop: Stop, done: (code: number) => void): void {
  program
    .command('serve')
    .description('web pages and an HTTP API, on this machine unless told')
    .argument('[releases...]', 'releases to begin with: as for unwash itself')
    .option('--store <store>', `${STORE}; in memory unless told`)
    .addOption(new Option('--port <port>', 'where to listen').default('4321'))
    .addOption(
      new Option('--host <host>', 'other than this machine: read-only, unless UNWASH_TOKEN is set').default(
        '127.0.0.1',
      ),
    )
    .option('--root <folder>', 'paths below it may be read, as path:…')
    .option('--origin <url>', 'the address under which the world reaches it')
    .action(async (targets, options) =>
      done(await (await import('./serve.ts')).served(targets, options, stop.draining())),
    )
  program
    .command('site')
    .description('the same pages as static files, for any web server')
    .argument('<out>', 'an empty folder, or one with such a site')
    .argument('[releases...]', 'releases to read')
    .option('--store <store>', STORE)
    .option('--origin <url>', 'the address under which the world will reach it')
    .action(async (out, targets, options) =>
      done(await (await import('./site.ts')).sited(out, targets, options, stop.signal)),
    )
  program
    .command('mcp')
    .description('the same for coding agents, over the Model Context Protocol (stdio)')
    .action(async () => {
      await (await import('@unwash/agents/mcp/index')).offered(stop.signal)
      done(EXIT.holds)
    })
}
