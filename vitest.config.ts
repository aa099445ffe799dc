import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that wait long for processes, databases and browsers; begun first, the others run beside them. */
const WAITING = /\/test\/(?:bench|queue|survey|web\/browser|package|fuzz)\b/

/** Those that wait before the others, in the order that Vitest gives each half. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const waits = ({ moduleId }: TestSpecification) => WAITING.test(moduleId)
    return [...sorted.filter(waits), ...sorted.filter(file => !waits(file))]
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/web/browser/setup.ts'],
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 3,
    // reading the source anew for each of 180 files took more than half of the time of most
    isolate: false,
    sequence: { sequencer: WaitingFirst },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
