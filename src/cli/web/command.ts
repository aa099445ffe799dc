import { Argument, type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import type { Stop } from '../terminal/stop.ts'

const STORE = 'where releases are kept: a DuckDB file, or postgres://…'

/** `serve`, `site` and `mcp`. */
export function addWeb(program: CommandUnknownOpts, stop: Stop, done: (code: number) => void): void {
  program
    .command('serve')
    .description('web pages and an HTTP API, on this machine unless told')
    .addArgument(new Argument('[releases...]', 'releases to begin with: as for unwash itself'))
    .addOption(new Option('--store <store>', `${STORE}; in memory unless told`))
    .addOption(new Option('--port <port>', 'where to listen').default('4321'))
    .addOption(
      new Option('--host <host>', 'other than this machine: read-only, unless UNWASH_TOKEN is set').default(
        '127.0.0.1',
      ),
    )
    .addOption(new Option('--root <folder>', 'paths below it may be read, as path:…'))
    .addOption(new Option('--origin <url>', 'the address under which the world reaches it'))
    .action(async (targets, options) =>
      done(await (await import('./serve.ts')).served(targets, options, stop.draining())),
    )
  program
    .command('site')
    .description('the same pages as static files, for any web server')
    .addArgument(new Argument('<out>', 'an empty folder, or one with such a site'))
    .addArgument(new Argument('[releases...]', 'releases to read'))
    .addOption(new Option('--store <store>', STORE))
    .addOption(new Option('--origin <url>', 'the address under which the world will reach it'))
    .action(async (out, targets, options) =>
      done(await (await import('./site.ts')).sited(out, targets, options, stop.signal)),
    )
  program
    .command('mcp')
    .description('the same for coding agents, over the Model Context Protocol (stdio)')
    .action(async () => done(await (await import('../mcp/index.ts')).offered(stop.signal)))
}
