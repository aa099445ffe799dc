import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that wait long for processes, databases and browsers; begun first, the others run beside them. */
const WAITING = /\/(?:packages\/survey|web\/test\/browser|test\/(?:bench|package|fuzz|mutants))\b/

/** Those that wait before the others, in the order that Vitest gives each half. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const waits = ({ moduleId }: TestSpecification) => WAITING.test(moduleId)
    return [...sorted.filter(waits), ...sorted.filter(file => !waits(file))]
  }
}

/** `npm test` leaves `*.nightly.test.ts` out; `npm run test:nightly` (`--mode nightly`) runs everything, in full. */
export default defineConfig(({ mode }) => ({
  // the scripts of the pages have a TypeScript project of their own
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { resolve: { conditions: ['unwash-source', ...defaultServerConditions] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: mode === 'nightly' ? [] : ['**/*.nightly.test.ts'],
    provide: { nightly: mode === 'nightly' },
    setupFiles: ['test/setup.ts'],
    globalSetup: ['packages/web/test/browser/setup.ts'],
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 3,
    // reading the source anew for each file took more than half of the time of most
    isolate: false,
    sequence: { sequencer: WaitingFirst },
    // what hangs ends after half an hour; a busy machine may take many times what a test takes
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
}))
