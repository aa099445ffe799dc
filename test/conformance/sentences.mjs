// What npm run corpus prints of sentences: of those that readers labelled, how many the report gives the right subject and
// the right saying, by language, beside a reader that takes the nearest word. A sentence that says nothing of the release
// is right where nothing is cited from it. Alone: corpus.mjs <folder> --sentences
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gather } from '../../dist/evidence/index.js'
import { offersIn } from '../../dist/evidence/offers.js'
import { isMain } from '../../dist/evidence/weights.js'
import { judge } from '../../dist/judge.js'
import { legalFiles } from '../../dist/licensing/files.js'
import { readStatements } from '../../dist/licensing/statements/index.js'
import { openTexts } from '../../dist/licensing/texts.js'
import { findBases } from '../../dist/lineage/bases.js'
import { mentionsIn } from '../../dist/names/index.js'
import { open } from '../../dist/sources/index.js'
import { placeOf } from './lineage.mjs'
import { nameOf } from './names.mjs'

/** what a reader's subject is among a report's scopes; what is of others, a service or a demo is of none of them */
const SCOPES = {
  weights: ['weights', 'model', 'intermediate-weights', 'model-architecture'],
  model: ['model', 'weights', 'model-architecture', 'model-card'],
  code: ['code', 'inference-code', 'training-code', 'evaluation-code', 'supporting-libraries'],
  'training-code': ['training-code', 'code'],
  data: ['data', 'datasets', 'evaluation-data'],
  documents: ['documents', 'technical-report', 'research-paper', 'model-card'],
}

/** Prints the figures for rows that may be read and for those that nobody tunes to; with SHOW_SENTENCES what is apart. */
export async function measureSentences(folder, expanded, known, isCheck, print) {
  const path = join(folder, 'sentences.tsv')
  if (!existsSync(path)) return
  const rows = readTable(path)
  const results = []
  for (const dir of new Set(rows.map(row => row.dir))) {
    const release = await open(placeOf(folder, expanded, `releases/${dir}`), { name: nameOf(dir) })
    const all = everythingRead(release, known)
    for (const row of rows.filter(row => row.dir === dir)) {
      const read = all.filter(one => stands(one.cited, row))
      const near = nearest(row.sentence)
      results.push({ row, ours: marks(read, row), theirs: marks([near], row), read })
    }
  }
  print('\nsentences', 'tune', 'check', 'nearest')
  const languages = [...new Set(rows.map(({ lang }) => lang))].sort()
  for (const [name, list] of [
    ['all', results],
    ...languages.map(lang => [lang, results.filter(({ row }) => row.lang === lang)]),
  ])
    for (const [label, holds] of [
      ['subject right', one => one.subject],
      ['what it says right', one => one.says],
    ])
      print(
        `${label}, ${name}`,
        ...[false, true].map(check =>
          share(
            list.filter(({ row }) => isCheck(row.dir) === check),
            one => holds(one.ours),
          ),
        ),
        share(list, one => holds(one.theirs)),
      )
  if (!process.env.SHOW_SENTENCES) return
  for (const { row, ours, read } of results.filter(({ row }) => !isCheck(row.dir)))
    if (!ours.says || !ours.subject)
      console.log(
        `\n${row.dir} ${row.file}:${row.line} [${row.about} ${row.says}]\n  ${row.sentence.slice(0, 200)}\n  ${read.map(({ says, detail, about }) => `${says}:${detail} of ${about}`).join('; ')}`,
      )
}

/** Everything that is read of a release from its sentences: the kind of thing that each says, its detail, its subject. */
function everythingRead(release, known) {
  const { knowledge } = known
  const evidence = gather(release, knowledge)
  const { links } = evidence.weights
  const legal = legalFiles(release, knowledge.legalFiles)
  const texts = openTexts(evidence, known, legal)
  const statements = readStatements(evidence, known, legal, texts.documents)
  const report = judge(release, known)
  return [
    ...statements.map(({ about, license, path, restricts, spelled, cited }) => ({
      says: restricts ? 'restricts' : 'license',
      // of what leads to a text, the license that it is
      detail: restricts?.name ?? license?.id ?? (path && texts.of(path)[0]?.license.id) ?? spelled,
      about,
      cited,
    })),
    ...report.claims.flatMap(({ kind, says, about, cited }) => [
      { says: 'claim', detail: says, about, cited },
      ...(SAME[kind] ?? []).map(one => ({ says: one, detail: licenseIn(says, knowledge), about, cited })),
    ]),
    ...report.licenses.flatMap(({ clauses, covers }) =>
      clauses
        .filter(({ cited: [where] }) => where?.path)
        .map(({ kind, cited }) => ({ says: 'restricts', detail: kind, about: covers, cited })),
    ),
    ...findBases(evidence, knowledge).map(({ model, cited }) => ({
      says: 'origin',
      detail: model,
      about: ['weights'],
      cited,
    })),
    ...links
      .filter(({ own }) => own)
      .map(({ url, cited }) => ({ says: 'offer', detail: url, about: ['weights'], cited })),
    // a release keeps the first sentence of each kind; here each block is asked
    ...evidence.documents
      .filter(isMain)
      .flatMap(document => document.blocks.map(block => offersIn([{ ...document, blocks: [block] }], knowledge)))
      .flatMap(said =>
        ['given', 'request', 'api', 'promised'].flatMap(kind =>
          said[kind] ? [{ says: 'offer', detail: kind, about: ['weights'], cited: [said[kind]] }] : [],
        ),
      ),
    ...evidence.components
      .filter(({ presence }) => presence === 'released' || presence === 'linked')
      .map(({ id, presence, cited }) => ({ says: 'offer', detail: presence, about: [id], cited })),
  ]
}

/** what a claim says beside being one: which license, or that commerce is allowed */
const SAME = { 'named-license': ['license'], 'commercial-use': ['permits'], unrestricted: ['permits'] }
const licenseIn = (says, knowledge) => mentionsIn(says, knowledge)[0]?.id ?? says

const stands = (cited, { file, line }) =>
  cited.some(one => one.path === file && one.line <= Number(line) && (one.endLine ?? one.line) >= Number(line))

/** Whether one of the things read has the reader's subject, and whether one says what the reader says. */
function marks(read, { about, says }) {
  const [kind, detail = ''] = says.split(/:(.*)/s)
  const scopes = SCOPES[about]
  const isOf = one => (scopes ? one.about.some(scope => scopes.includes(scope) || scope === 'all') : about === 'all')
  if (kind === 'not-claim') {
    const claims = read.filter(one => one.says === 'claim')
    const own = read.filter(one => one.about.length > 0 && one.says !== 'none')
    return {
      subject: scopes || about === 'all' ? read.some(isOf) || own.length === 0 : own.length === 0,
      says: claims.length === 0,
    }
  }
  const alike = read.filter(one => KINDS[kind]?.includes(one.says))
  const named = alike.filter(one => kind !== 'license' || isLicense(detail, one.detail))
  const isForeign = !scopes && about !== 'all'
  return {
    subject: isForeign ? read.length === 0 : read.some(isOf),
    says: isForeign ? alike.length === 0 : named.length > 0,
  }
}

/** what a report may call a reader's kind of saying */
const KINDS = {
  license: ['license'],
  restricts: ['restricts', 'license'],
  permits: ['permits', 'claim'],
  claim: ['claim'],
  offer: ['offer'],
  origin: ['origin'],
}

const lettersOf = name =>
  String(name)
    .toLowerCase()
    .replace(/licen[cs]e|[^a-z0-9]/g, '')
    .replace(/v?\d+$|0$/g, '')
const isLicense = (theirs, ours) => {
  const [one, other] = [lettersOf(theirs), lettersOf(ours)]
  return one === '' || (other !== '' && (one.startsWith(other) || other.startsWith(one)))
}

const WORDS = [
  ['weights', /\b(?:weights?|checkpoints?|models?|parameters)\b|模型|权重|모델|モデル/gi],
  ['code', /\b(?:code|software|library|repository|toolkit|framework|scripts?)\b|代码|코드|コード/gi],
  ['data', /\b(?:data|datasets?|corpus|corpora)\b|数据|데이터|データ/gi],
  ['all', /\b(?:project|release|work)\b|项目|프로젝트/gi],
]
const SAID = [
  ['license', /\b(?:apache|mit|gpl|agpl|lgpl|bsd|cc[- ]by[\w-]*|openrail[\w+-]*|llama \d community)\b/i],
  ['restricts', /non-?commercial|research (?:purposes?|use) only|prohibited|must not|may not|禁止|不得|仅供/i],
  ['origin', /fine-?tuned from|based on|initiali[sz]ed|基于/i],
  ['claim', /open[- ]?source|open weights|open data|reproducib|commercial use|开源|오픈소스|オープンソース/i],
  ['offer', /huggingface\.co|download|hf_hub|from_pretrained|zenodo|drive\.google|下载/i],
]

/** The baseline: the first kind of word found is what is said, and the nearest word for a part is what it is about. */
function nearest(sentence) {
  for (const [says, pattern] of SAID) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const places = WORDS.flatMap(([about, words]) =>
      [...sentence.matchAll(words)].map(({ index }) => ({ about, far: Math.abs(index - match.index) })),
    )
    const about = places.sort((one, other) => one.far - other.far)[0]?.about ?? 'all'
    return { says, detail: match[0], about: [about] }
  }
  return { says: 'none', detail: '', about: [] }
}

const share = (list, holds) => {
  const count = list.filter(holds).length
  return `${list.length === 0 ? '-' : `${((100 * count) / list.length).toFixed(1)} %`} (${count}/${list.length})`
}

function readTable(path) {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const names = head.split('\t')
  return lines.map(text => Object.fromEntries(text.split('\t').map((value, index) => [names[index], value])))
}
