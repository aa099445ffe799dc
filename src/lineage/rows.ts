import { citeLines } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { sameFamily, sameOwner } from '../evidence/links.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findModel } from '../knowledge/models.ts'
import type { Base } from './bases.ts'

const BASE_COLUMN =
  /^(?:(?:base|foundation|backbone|parent)(?:[- ](?:model|llm|lm)s?)?|fine-?tuned from|based on|(?:基座|底座|基础|基底)(?:模型)?)$/i
const NAME_COLUMN = /model|checkpoint|name|version|模型/i

/** A table of several models says of each another base: the base of a row's own model, where the table has a column for it. */
export function basesInRow(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const { cells = [], header = [] } = block
  const at = header.findIndex(name => BASE_COLUMN.test(name.replace(/[*_`]/g, '').trim()))
  const nameAt = header.findIndex((name, index) => index !== at && NAME_COLUMN.test(name))
  const base = cells[at]?.text.trim() ?? ''
  const name = (cells[Math.max(0, nameAt)]?.text ?? '').replace(/[`*[\]]/g, '').trim()
  if (at < 0 || base === '' || name === '' || base === header[at]) return []
  const known = findModel(knowledge, base)
  if (!known || !isOwnRow(block, name, evidence)) return []
  const { publisher } = evidence.release
  if (publisher && known.family.organizations.some(organization => sameOwner(organization, publisher))) return []
  return [
    {
      model: known.version.name,
      relation: 'finetune',
      known,
      atHub: null,
      of: [name],
      via: 'table',
      cited: [citeLines(document.path, document.lines, block.line, block.endLine)],
    },
  ]
}

function isOwnRow(block: Block, name: string, { weights, release }: Evidence): boolean {
  const own = new Set(weights.links.filter(link => link.own).map(link => link.url))
  return sameFamily(name, release.name) || block.links.some(link => own.has(link.url))
}
