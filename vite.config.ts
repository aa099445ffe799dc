import { fileURLToPath } from 'node:url'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const client = new URL('packages/web/src/client/', import.meta.url)
const page = (name: string) => fileURLToPath(new URL(name, client))

/** In a page no file is read: what is known was fetched. */
const told: Plugin = {
  name: 'told',
  enforce: 'pre',
  resolveId: path => (path === '@unwash/knowledge/load' ? page('worker/legal.ts') : null),
}

/** What runs in the page: one script for each page that has one, and the worker that reads. */
export default defineConfig({
  root: fileURLToPath(client),
  // the pages may be hosted under any path
  base: './',
  publicDir: false,
  resolve: { conditions: ['unwash-source', ...defaultClientConditions] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('dist/assets/', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    // no style or picture inside of a script: the pages allow neither
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: {
        reader: page('given/tool.tsx'),
        kept: page('kept.ts'),
        find: page('find.ts'),
        explore: page('explore.ts'),
        home: page('home.ts'),
        audit: page('audit.ts'),
        release: page('release.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [told],
    rolldownOptions: {
      // one file: a part that is fetched later would tell that a text needed it
      output: {
        codeSplitting: false,
        entryFileNames: ({ facadeModuleId }) => `${facadeModuleId?.includes('/pdf/') ? 'pdf' : 'worker'}-[hash].js`,
      },
    },
  },
})
