import { citeLines } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { sameFamily, sameOwner } from '../evidence/links.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Base } from './bases.ts'
import { ownerOf } from './hints.ts'
import { mentionsIn } from './mentions.ts'
import { isBaseColumn } from './origins.ts'
import { relationSaid } from './relation.ts'

const NAME_COLUMN = /model|checkpoint|name|version|模型|モデル|모델/i

/** A table of several models says of each another base: the base of a row's own model, where the table has a column for it. */
export function basesInRow(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const { cells = [], header = [] } = block
  const at = header.findIndex(name => isBaseColumn(name, knowledge))
  const cell = cells[at]
  const nameAt = header.findIndex((name, index) => index !== at && NAME_COLUMN.test(name))
  const name = (cells[Math.max(0, nameAt)]?.text ?? '').replace(/[`*[\]]/g, '').trim()
  if (cell === undefined || name === '' || cell.text.trim() === header[at]?.trim()) return []
  const named = mentionsIn(name, [], 0, evidence, knowledge)
  if (!isOwnRow(block, name, evidence) && (block.links.length > 0 || named.length > 0)) return []
  const others = cells.filter((_, index) => index !== at).map(({ text }) => text)
  return mentionsIn(cell.text, block.links, cell.start, evidence, knowledge)
    .filter(({ is, known }) => known !== null || is !== 'own')
    .filter(({ is, model }) => is === 'model' || model.length === cell.text.replace(/[`*\s]/g, '').length)
    .slice(0, 1)
    .flatMap(({ is, known, model }) => {
      if (is === 'own') return []
      return [
        {
          model: known?.version.name ?? model,
          relation: relationSaid(others) ?? 'finetune',
          known,
          atHub: null,
          of: [name],
          via: 'table' as const,
          cited: [citeLines(document.path, document.lines, block.line, block.endLine)] as const,
        },
      ]
    })
}

/** Whether a row is about a model of this release, and of no one who only made another of the kind. */
function isOwnRow(block: Block, name: string, evidence: Evidence): boolean {
  const { weights, release } = evidence
  const own = weights.links.filter(link => link.own)
  const here = own.filter(({ url }) => block.links.some(link => link.url === url))
  if (here.length === 0) return block.links.length < 2 && sameFamily(name, release.name)
  const main = ownerOf(evidence)
  return here.some(({ owner }) => owner === null || main === null || sameOwner(owner, main))
}
