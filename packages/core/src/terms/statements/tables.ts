import { citeLines } from '../../documents/cite.ts'
import { type Block, type Document, lineAt } from '../../documents/index.ts'
import { cite } from '../../evidence/index.ts'
import { sameFamily } from '../../evidence/publisher/owners.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isVariant, modelsNamed } from '../models/names.ts'
import { pointersIn } from './pointers.ts'
import type { Setting, Speaker } from './speaker.ts'
import { HOSTED, type SaidAbout, type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'

const LICENSE_COLUMN = /licen[cs]e|许可|协议|ライセンス|라이선스|лиценз/i
/** "Component type" tells of what kind something is, and not which */
const KIND_COLUMN = /\b(?:type|kind|size|task)s?\b/i
const SUBJECT_COLUMN = /model|checkpoint|name|component|variant|weights|version|模型|模型名|モデル/i
const PART = new RegExp(
  '^(?:the |our |this |all )?(?:(?:pre-?trained |training |inference |model |source |trained |' +
    'evaluation )?(?:code|weights?|parameters|checkpoints?|data(?: ?sets?)?|models?|documentation|docs|' +
    String.raw`paper))(?:(?:,| and|\/| &) (?:weights?|code|data|checkpoints?))?$|^(?:模型)?(?:权重|代码|数据|参数|模型)$`,
  'i',
)
const DATA_COLUMN = /data ?set|corpus|data\b|source|数据/i

/** Statements of a table row: a license column, or two columns of which the first says "License"; null of another. */
export function tableStatements(
  block: Block,
  document: Document,
  setting: Setting,
  knowledge: Knowledge,
): Statement[] | null {
  const { speaker, names } = setting
  const cells = block.cells ?? []
  const header = block.header ?? []
  if (cells.length < 2 || (header.length > 0 && header.every((name, index) => name === cells[index]?.text))) return null
  const column = header.findIndex(name => LICENSE_COLUMN.test(name))
  const labelled = LICENSE_COLUMN.test(cells[0]?.text ?? '') && (cells[0]?.text.length ?? 0) < 40
  const at = column >= 0 ? column : labelled ? 1 : -1
  const cell = cells[at]
  if (at < 0 || !cell || cell.text === '') return null
  const subjectAt =
    labelled && column < 0
      ? -1
      : Math.max(
          0,
          header.findIndex((name, index) => index !== at && SUBJECT_COLUMN.test(name) && !KIND_COLUMN.test(name)),
        )
  const subject = cells[subjectAt]?.text ?? ''
  const heading = header[subjectAt] ?? ''
  const about: SaidAbout[] = subjectAt < 0 ? ['all'] : aboutColumn(heading, subject, block, speaker)
  if (!isOwnRow(block, subjectAt, setting)) return []
  const stretch = { text: cell.text, start: cell.start, line: block.line, endLine: block.endLine }
  const line = lineAt(block, cell.start)
  const plain = subject.replace(/[`*]/g, '').trim()
  const named = subjectAt < 0 || !about.includes('weights') || PART.test(plain) ? '' : plain
  // in a column of models any word is the name of one
  const models =
    SUBJECT_COLUMN.test(heading) && /^\p{L}/u.test(named) && !isVariant(named)
      ? [named.replace(WITH_PARTS, '')]
      : modelsNamed(named, names, knowledge)
  const pointers = pointersIn(block, stretch, setting, knowledge)
  const unknown = column >= 0 && about.includes('weights') && pointers.length === 0 && NAMES_TERMS.test(cell.text)
  const told = unknown ? [{ license: null, path: null, url: null, spelled: cell.text }] : pointers
  if (told.length === 0) return null
  const here = told.filter(({ license, path }) => license !== null || path !== null || !HOSTED.test(subject))
  return here.map(pointer =>
    state({
      about,
      models,
      license: pointer.license,
      path: pointer.path,
      url: pointer.url,
      via: 'table',
      section: block.headings.at(-1) ?? '',
      spelled: pointer.spelled,
      cited: cite(citeLines(document.path, document.lines, line)),
    }),
  )
}

/** "Heron 2 (incl. weights)" */
const WITH_PARTS = /\s*[(（](?:incl|with|and)[^()（）]{0,40}[)）]$/i

/** what a column of licenses names, though nobody knows it; no dash, no "none", no mark of yes or no */
const NAMES_TERMS = /^(?!(?:None|NONE|N\/?A|No|Yes|Unknown|TBD|TODO|See)\b)\p{Lu}[\p{L}\p{N} ._-]{1,40}$/u

function aboutColumn(heading: string, subject: string, block: Block, speaker: Speaker): SaidAbout[] {
  if (DATA_COLUMN.test(heading) || /data ?sets?|data\b/i.test(block.headings.at(-1) ?? '')) return ['data']
  const said = readSubject(subject, speaker)
  if (said.about.length > 0 && !said.about.includes('all')) return [...said.about]
  if (/tool|librar|code|package|script|benchmark|eval/i.test(heading)) return ['code']
  return ['weights']
}

/** A row of a comparison is about others: some cell must name, or some link lead to, what is the release's own. */
function isOwnRow(block: Block, subjectAt: number, { speaker, legal, places }: Setting): boolean {
  if (subjectAt < 0) return true
  if (block.links.some(link => places.has(link.url))) return true
  if (block.links.some(link => legal.some(file => link.url.replace(/^\.?\//, '') === encodeURI(file.path)))) return true
  const { publisher } = speaker
  if (
    publisher &&
    block.links.some(link => new RegExp(`[/@]${publisher.replace(/[^\w-]/g, '.')}/`, 'i').test(link.url))
  )
    return true
  // a part of a release is nobody's name: "Code", "Model weights"
  if (PART.test((block.cells?.[subjectAt]?.text ?? '').trim())) return true
  return (block.cells ?? []).some(
    cell =>
      sameFamily(cell.text.slice(0, 60), speaker.name) ||
      speaker.models.some(model => model === cell.text.replace(/[`*]/g, '').trim()),
  )
}
