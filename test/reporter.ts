import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line: `N passed, N failed`, and `, N skipped` where tests were skipped. */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    let skipped = 0
    for (const module of modules) {
      if (
        module.state() === 'failed' &&
        [...module.children.allTests()].every(test => test.result().state !== 'failed')
      )
        failed++
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
      }
    }
    // after everything the other reporters have to say
    process.once('exit', () =>
      process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`),
    )
  }
}
