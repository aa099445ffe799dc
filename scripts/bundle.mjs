// What is bundled, and with it which files of which packages: the command by esbuild, what runs in the pages by Vite.
import { readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { build as buildClient } from 'vite'

/*
 * What is not used of these is left out: they say so themselves, but not in the folders their modules lie in. Their
 * tables of entities take a while to make.
 */
const unused = {
  name: 'unused',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(?:dom-serializer|domutils|domhandler|domelementtype)$/ }, async ({ path, ...from }) => {
      if (from.pluginData === unused) return
      const { importer, resolveDir, kind } = from
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: unused })
      return { ...found, sideEffects: false }
    })
  },
}

/** What tells letters apart is made ready for those that take more than a column, and not whenever a command starts. */
const segmentedLate = {
  name: 'segmented-late',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]string-width[/\\]index\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      const late = code
        .replace('const segmenter = new Intl.Segmenter();', 'let segmenter;')
        .replace('of segmenter.segment(', 'of (segmenter ??= new Intl.Segmenter()).segment(')
      return { contents: late, loader: 'js' }
    })
  },
}

/** what the packages of this repository are bundled from: their sources */
const SOURCE = ['unwash-source']

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Bundles the command: one file with its commands split off, so that `unwash --version` does not load a Markdown parser. */
export async function bundleCommand(how = {}) {
  const { metafile } = await build({
    entryPoints: {
      unwash: 'packages/cli/src/main.ts',
      // the library, beside the command: they share their chunks, and what they need is in them
      index: 'packages/library/src/index.ts',
      // a thread, and what threads do
      thread: 'packages/library/src/threads/thread.ts',
      'survey-worker': 'packages/survey/src/worker.ts',
      'project-worker': 'packages/library/src/project/worker.ts',
      'audit-worker': 'packages/library/src/worker.ts',
      'web-worker': 'packages/web/src/server/work/worker.ts',
      'pdf-worker': 'packages/cli/src/pdf/worker.ts',
    },
    outdir: 'dist/bin',
    bundle: true,
    conditions: SOURCE,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // nothing looks for the package at run time to know its version
    define: { UNWASH_VERSION: JSON.stringify(version) },
    minifySyntax: true,
    minifyWhitespace: true,
    // the notices hold them whole
    legalComments: 'none',
    metafile: true,
    chunkNames: 'chunk-[hash]',
    // native parts: these stay packages
    external: ['@duckdb/node-api', '@resvg/resvg-wasm', 'pg', 'pg-boss'],
    logLevel: 'warning',
    plugins: [unused, segmentedLate],
    ...how,
  })
  if (how.write !== false) for (const path of Object.keys(metafile.outputs)) giveRequire(path)
  // the words alone, for any program that runs anywhere
  await build({
    entryPoints: ['packages/library/src/terms.ts'],
    outfile: 'dist/bin/terms.js',
    bundle: true,
    conditions: SOURCE,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'warning',
    ...(how.write === undefined ? {} : { write: how.write }),
  })
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
  return new Set(parts.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))
}

/** Gives the one file of these that asks for it what CommonJS modules require built-in ones with. */
function giveRequire(path) {
  const code = readFileSync(path, 'utf8')
  if (!code.includes('__require=')) return
  const made =
    "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"
  writeFileSync(path, `${made}${code}`)
}

/** Bundles what runs in the pages, and in the threads that these start. */
export async function bundlePages(how = {}) {
  const paths = new Set()
  const seen = {
    name: 'bundled',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle))
        for (const [path, { renderedLength }] of Object.entries(part.modules ?? {}))
          if (renderedLength > 0) paths.add(path)
    },
  }
  await buildClient({
    configFile: 'vite.config.ts',
    logLevel: 'warn',
    plugins: [seen],
    // threads are bundled by themselves
    worker: { plugins: () => [seen] },
    build: how,
  })
  return paths
}
