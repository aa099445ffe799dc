import type { Case } from '../licensing/index.ts'
import type { DataSource } from './rebuild.ts'

/** Every source of training data that is given or named. */
export function dataSources(judged: Case): readonly DataSource[] {
  const { evidence } = judged
  return evidence.metadata.datasets.map(({ value, cited }) => ({
    name: value,
    stage: null,
    where: value,
    size: null,
    license: 'NOASSERTION',
    revision: null,
    obtainable: 'not-looked',
    cited: [...cited],
  }))
}
