import fc from 'fast-check'
import { afterAll, afterEach, vi } from 'vitest'
import { endFile, endTest } from './ends.ts'
import { NIGHTLY } from './tiers.ts'

// at night every run tries others
if (!NIGHTLY) fc.configureGlobal({ seed: 1 })

// Files of tests run one after the other in one process and share what they import: each leaves it as it was.
const before = { ...process.env }

afterEach(async () => {
  vi.unstubAllEnvs()
  await endTest()
})

afterAll(async () => {
  await endFile()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
