import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { lineAt } from '../documents/index.ts'
import { type Sentence, sentencesOf } from '../documents/sentences.ts'
import { type Evidence, cite } from '../evidence/index.ts'
import { sameFamily, sameOwner } from '../evidence/links.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findModel } from '../knowledge/models.ts'
import { placeholderOf, resolveBadge, resolveLink, resolveName } from '../licenses/names.ts'
import { type LegalFile } from './files.ts'
import { pathOf, type Pointer, pointersIn } from './pointers.ts'
import { restrictionIn, saysTermsElsewhere } from './restrictions.ts'
import type { About, Statement } from './statement.ts'
import { readSubject, type Speaker } from './subject.ts'
import { tableStatements } from './tables.ts'

/** documents further down than this speak of parts, not of the release */
const SPEAKING_DOCUMENTS = 8
const SKIPPED_SECTIONS = /acknowledg|citation|bibtex|credits?|third[- ]party|related (work|projects?)|dependenc|contribut|reference|致谢|引用|参考|谢辞|faq/i
/** a second, paid license beside an open one takes nothing from it */
const OTHER_OFFER = /\b(?:enterprise|dual|alternative(?:ly)?|commercial (?:license|licence|support|version|offering)|A?GPL|custom license|separate license)\b/i
/** a sentence that goes on to list what was taken from others */
const BORROWED = /\bother repositor|\bsome of (?:the|our) code|\bthird[- ]part|\bportions? of\b(?!.{0,80}\bmajority\b)/i
/** terms of somebody's service, not of the weights */
const HOSTED = /\b(?:API|SageMaker|Bedrock|Vertex|Azure|marketplace|hosted|playground|web ?site|service)\b/
/** a license that was, or that others' versions have */
const FORMER = /\b(?:chang\w+|switch\w*|moved?|migrat\w+|relicens\w+)\b.{0,60}\bfrom\b[^.]{0,40}$|\b(?:formerly|previously|used to be|earlier versions?|older versions?)\b[^.]{0,60}$|由\s*\S{0,2}$/i
const VERBS = /licen[cs]|releas|distribut|availab|provid|publish|open-?sourc|govern|subject|under|compl(?:y|ies)|follow|accord|adher|agree|terms|use[ds]?\b|use of|adopt|采用|遵循|遵守|依照|基于|根据|按照|使用|授权|开源|发布|ライセンス|라이선스|licencia|licen[çc]|lizenz|лиценз/i

/** Everything that the release's metadata, prose, tables and badges state about its terms; `more` are license files that are documents. */
export function readStatements(evidence: Evidence, knowledge: Knowledge, legal: readonly LegalFile[], more: readonly Document[]): Statement[] {
  const speaker = speakerOf(evidence, knowledge)
  const documents = [...evidence.documents.filter(document => !document.path.includes('/')).slice(0, SPEAKING_DOCUMENTS), ...more]
  return [
    ...metadataStatements(evidence, knowledge, legal),
    ...documents.flatMap(document => document.blocks.flatMap(block => blockStatements(block, document, evidence, knowledge, legal, speaker))),
  ]
}

function speakerOf(evidence: Evidence, knowledge: Knowledge): Speaker {
  const { name, publisher } = evidence.release
  const models = evidence.weights.links.filter(link => link.own && link.name).map(link => link.name ?? '')
  return {
    name,
    publisher,
    models: [...new Set(models)].slice(0, 200),
    foreign(model) {
      const known = findModel(knowledge, model)
      if (!known || sameFamily(model, name)) return false
      return publisher === null || !known.family.organizations.some(organization => sameOwner(organization, publisher))
    },
  }
}

function metadataStatements(evidence: Evidence, knowledge: Knowledge, legal: readonly LegalFile[]): Statement[] {
  const { licenses, licenseName, licenseLink } = evidence.metadata
  const link = licenseLink ? resolveLink(licenseLink.value, knowledge) : null
  const path = licenseLink ? pathOf(licenseLink.value, legal, evidence.release) : null
  return licenses.flatMap((stated): Statement[] => {
    const placeholder = placeholderOf(stated.value)
    const named = placeholder && licenseName ? resolveName(licenseName.value, knowledge) : null
    const license = placeholder ? (named ?? link) : resolveName(stated.value, knowledge)
    if (placeholder && !license && !licenseName && !licenseLink && placeholder !== 'other') return []
    return [
      {
        about: ['all'],
        models: [],
        license,
        path: placeholder ? path : null,
        url: !license && !path && licenseLink ? licenseLink.value : null,
        restricts: null,
        via: 'metadata',
        section: '',
        spelled: placeholder ? (licenseName?.value ?? stated.value) : stated.value,
        cited: cite(stated.cited[0], ...(placeholder && licenseName ? licenseName.cited : [])),
      },
    ]
  })
}

function blockStatements(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge, legal: readonly LegalFile[], speaker: Speaker): Statement[] {
  if (block.kind === 'code' || block.kind === 'heading') return []
  const section = block.headings.at(-1) ?? ''
  if (SKIPPED_SECTIONS.test(section) && !/licen[cs]|许可|协议/i.test(section)) return []
  const badges = badgeStatements(block, document, evidence, knowledge, legal)
  if (block.kind === 'row') return [...badges, ...tableStatements(block, document, evidence, knowledge, legal, speaker)]
  const sentences = sentencesOf(block)
  return [...badges, ...sentences.flatMap((sentence, index) => sentenceStatements(sentence, sentences[index - 1], block, document, evidence, knowledge, legal, speaker))]
}

function sentenceStatements(
  sentence: Sentence,
  previous: Sentence | undefined,
  block: Block,
  document: Document,
  evidence: Evidence,
  knowledge: Knowledge,
  legal: readonly LegalFile[],
  speaker: Speaker,
): Statement[] {
  if (sentence.text.length > 3_000) return []
  const section = block.headings.at(-1) ?? ''
  const pointers = pointersIn(block, sentence, knowledge, legal, evidence.release)
  const cited = cite(citeSentence(document, sentence.line, sentence.endLine, sentence.text))
  const found: Statement[] = []
  let from = sentence.start
  let last: readonly About[] = []
  for (const pointer of pointers) {
    const before = block.text.slice(from, pointer.start)
    from = pointer.end
    if (BORROWED.test(block.text.slice(sentence.start, pointer.start))) continue
    if (!pointer.license && !pointer.path && HOSTED.test(sentence.text)) continue
    const about = aboutOf(before, pointer, block, sentence, section, previous, last, speaker)
    if (!about) continue
    last = about.about
    found.push({ ...about, license: pointer.license, path: pointer.path, url: pointer.url, restricts: null, via: 'prose', section, spelled: pointer.spelled, cited })
  }
  if (saysTermsElsewhere(sentence.text) && !found.some(statement => statement.about.includes('weights')))
    found.push({ about: ['weights'], models: [], license: null, path: null, url: null, restricts: null, via: 'prose', section, spelled: 'terms of their own, not given here', cited })
  const restricts = restrictionIn(sentence.text)
  const subject = readSubject(`${section} ${sentence.text}`, speaker)
  const dual = restricts === 'ask-first' && OTHER_OFFER.test(`${section} ${block.text.slice(0, 600)}`)
  if (restricts && !dual && !subject.others && !subject.about.every(about => about === 'data' || about === 'documents' || about === 'code'))
    found.push({ about: ['weights'], models: subject.models, license: null, path: null, url: null, restricts, via: 'prose', section, spelled: sentence.text.slice(0, 120), cited })
  return found
}

/** What a pointer's sentence says it is about, or null when it is not about this release or states nothing. */
function aboutOf(
  before: string,
  pointer: Pointer,
  block: Block,
  sentence: Sentence,
  section: string,
  previous: Sentence | undefined,
  last: readonly About[],
  speaker: Speaker,
): Pick<Statement, 'about' | 'models'> | null {
  const inLicenseSection = /licen[cs]|许可|协议|terms/i.test(section)
  const said = readSubject(before, speaker)
  if (said.others || FORMER.test(before)) return null
  const after = block.text.slice(pointer.end, sentence.start + sentence.text.length).slice(0, 120)
  const states = VERBS.test(before) || /^[\s"'”)]*(?:licen[cs]e|协议|许可)/i.test(after) || inLicenseSection || /licen[cs]e\s*[:：]\s*$/i.test(before)
  if (!states) return null
  if (said.about.length > 0) return { about: said.about, models: said.models }
  // "X under A and B": the second belongs to what the first spoke of
  if (last.length > 0 && /^\s*(?:,|and|or|\/|&|\(|和|或|及)*\s*(?:the|a|an)?\s*$/i.test(before)) return { about: last, models: [] }
  const fromSection = readSubject(section, speaker)
  const led = block.lead ? readSubject(block.lead, speaker) : null
  if (led && !led.others && led.about.length > 0) return { about: led.about, models: led.models }
  if (/^(?:it|they|which|this|these)\b/i.test(sentence.text) && previous) {
    const earlier = readSubject(previous.text, speaker)
    if (!earlier.others && earlier.about.length > 0) return { about: earlier.about, models: earlier.models }
  }
  if (fromSection.about.length > 0 && !fromSection.about.includes('all')) return { about: fromSection.about, models: fromSection.models }
  const behind = readSubject(after, speaker)
  if (/^\s*(?:for|licen[cs]e for|applies to)\b/i.test(after) && behind.about.length > 0 && !behind.others) return { about: behind.about, models: behind.models }
  // "See LICENSE for details" says no more than that there is one
  if (/^(?:please )?(?:see|refer|check|view|read|for (?:more|full|complete)|details|a (?:full )?copy|you may obtain)\b/i.test(sentence.text)) return null
  const plain = before.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return inLicenseSection || plain === '' || /^(?:licen[cs]es?d?|released|distributed|available|published|under|the|a|is|are|it|we|this|terms|model|and|of|s|in|by|版权|许可|协议|本|采用|遵循|开源|\s)+$/i.test(plain)
    ? { about: ['all'], models: [] }
    : null
}

function badgeStatements(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge, legal: readonly LegalFile[]): Statement[] {
  return block.links.flatMap((link): Statement[] => {
    if (!link.image || !/licen[cs]e/i.test(`${link.url} ${link.label}`)) return []
    const badge = resolveBadge(link.url, knowledge)
    const around = block.links.findLast(other => !other.image && other.start <= link.start && other.end >= link.end && other.line >= link.line - 3 && other.line <= link.line)
    const path = around ? pathOf(around.url, legal, evidence.release) : null
    const says = `${badge?.label ?? ''} ${link.label}`
    const scoped = /model|weight|code|source|data/i.test(says)
    const about: About[] = /model|weight/i.test(says) ? ['weights'] : /code|source/i.test(says) ? ['code'] : /data/i.test(says) ? ['data'] : ['all']
    // a badge that leads to a file of the release is read as that file; its own words only say what it is about
    if (!badge && !(path && scoped)) return []
    return [
      {
        about,
        models: [],
        license: badge?.license ?? null,
        path: scoped ? path : null,
        url: null,
        restricts: null,
        via: 'badge',
        section: block.headings.at(-1) ?? '',
        spelled: badge?.license.name ?? link.label,
        cited: cite({ url: link.url, path: document.path, line: lineAt(block, link.start) || link.line }),
      },
    ]
  })
}

