import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge } from '@unwash/core/judge'
import { loadKnown } from '@unwash/library/known'
import { type ReleaseSetup, releaseOf } from '../../../../test/release.ts'
import type { Facts, KeptRelease } from '../../src/store/rows.ts'

/** A folder that is gone when the test is over. */
export function folder(): { at: (name: string) => string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'unwash-store-'))
  return {
    at: name => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** An invented release that was audited, to be kept. */
export async function keptOf(setup: ReleaseSetup, facts: Facts = {}, run = 'a-run'): Promise<KeptRelease> {
  const release = releaseOf(setup)
  const report = judge(release, await loadKnown())
  const target = release.publisher === null ? release.name : `${release.publisher}/${release.name}`
  return { run, target, report, evidence: { texts: [...release.texts.keys()] }, facts }
}

/** Open weights, under Apache-2.0, said to be open source. */
export const heron: ReleaseSetup = {
  name: 'heron-7b',
  publisher: 'marsh-lab',
  files: {
    'README.md': '---\nlicense: apache-2.0\n---\n\n# Heron 7B\n\nHeron is a fully open source model.\n',
    'model.safetensors': {},
  },
}

/** Weights for research only. */
export const bittern: ReleaseSetup = {
  name: 'bittern-13b',
  publisher: 'hedgerow',
  files: {
    'README.md': '---\nlicense: cc-by-nc-4.0\n---\n\n# Bittern 13B\n\nFor research.\n',
    'model.safetensors': {},
  },
}

/** Weights for research only, said to be open source. */
export const boast: ReleaseSetup = {
  name: 'boast-2b',
  publisher: 'hedgerow',
  files: {
    'README.md': '---\nlicense: cc-by-nc-4.0\n---\n\n# Boast 2B\n\nBoast is an open source model.\n',
    'model.safetensors': {},
  },
}

/** Said to be MIT, and made from a model whose terms travel. */
export const egret: ReleaseSetup = {
  name: 'egret-8b',
  publisher: 'tidewater',
  files: {
    'README.md': '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n\n# Egret 8B\n\nA finetune.\n',
    'model.safetensors': {},
  },
}
