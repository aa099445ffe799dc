import type { TestProject } from 'vitest/node'
import { type Chromium, findChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium | { readonly missing: string }
  }
}

/** Makes a Chromium ready once, before any test runs: two that unpack it at the same time disturb each other. */
export default async function setup(project: TestProject): Promise<void> {
  try {
    project.provide('chromium', await findChromium())
  } catch (error) {
    project.provide('chromium', { missing: error instanceof Error ? error.message : String(error) })
  }
}
