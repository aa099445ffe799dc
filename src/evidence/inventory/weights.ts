import type { Document } from '../../documents/index.ts'
import type { Release } from '../../sources/release.ts'
import { type ComponentFound, cite, type WeightsFound } from '../evidence.ts'
import { said } from './looking.ts'

const INTERMEDIATE =
  /\bintermediate (training )?(checkpoints?|weights|models?)\b|\bcheckpoints? (from|at|across) (different|various|multiple|every|all|\d+) (stages?|steps?|points?)|训练过程.{0,6}检查点/i

/** Final and intermediate parameters. */
export function weightsComponents(
  release: Release,
  documents: readonly Document[],
  weights: WeightsFound,
): ComponentFound[] {
  const presence = {
    'in-tree': 'released',
    named: 'linked',
    linked: 'linked',
    card: 'linked',
    'on-request': 'described',
    api: 'absent',
    promised: 'absent',
    none: release.complete ? 'absent' : 'unknown',
  } as const
  return [{ id: 'weights', presence: presence[weights.offer], cited: weights.cited }, intermediate(release, documents)]
}

function intermediate(release: Release, documents: readonly Document[]): ComponentFound {
  const id = 'intermediate-weights'
  const file = release.files.find(file =>
    /(^|[/_-])(step|iter|global_step|checkpoint)[-_]?\d{3,}(\/|(?:[-_.].*)?\.(safetensors|bin|pt|pth|ckpt)$)/i.test(
      file.path,
    ),
  )
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  return said(id, INTERMEDIATE, release, documents)
}
