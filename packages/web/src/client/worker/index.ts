import { today } from '@unwash/core/judge'
import { Report } from '@unwash/core/report/report'
import { type ClaimsRenderOptions, claimsReporters } from '@unwash/reporters/claims/index'
import { knownNames, reporters } from '@unwash/reporters/index'
import { licensesReporters } from '@unwash/reporters/licenses/index'
import { count } from '@unwash/reporters/words/counts'
import type { VNode } from 'preact'
import { useIn } from '../../asked.ts'
import { comparePage } from '../../pages/compare.tsx'
import { contentOf, type WebPage } from '../../pages/layout.tsx'
import { releasePage } from '../../pages/release/index.tsx'
import { type PageSetting, relativeTo } from '../../pages/setting.ts'
import { type KeptTexts, keptWith, shownRelease } from '../../shown.ts'
import { warmingTexts } from '../../warming.ts'
import { lineId } from '../marked/text.tsx'
import type { Ask, Asks, GivenFiles, Here, Question, Read, SetPage, WorkerAnswer } from '../messages.ts'
import { readClaims, readTexts } from '../read/licenses.tsx'
import { NOT_UNDERSTOOD, speakOfTerms } from '../read/marks.ts'
import { type Loaded, load } from './load.ts'
import { judgedFiles, savedReport } from './release.ts'
import { type ArchiveEntry, isZip, unzipped } from './zip.ts'

/** The reader at work beside the page: it answers one question after the other, from what it fetched when it began. */

type Answerer = { readonly [A in Ask]: (asked: Asks[A]['asked'], loaded: Loaded) => Promise<Asks[A]['answered']> }

/** what was read last, to be saved */
let last: { readonly name: string; readonly says: (format: string) => string } | null = null
/** how many texts are read side by side; more are a release */
const TEXTS = 20

const ANSWERS: Answerer = {
  picks: async (_, { texts }) => [...texts.values()].map(({ id, name }) => ({ id, name })),
  text: async (id, { texts }) => {
    const known = texts.get(id)
    if (!known) throw new Error(`no text of ${id} is here: paste it`)
    return { path: `${id}.txt`, content: known.text }
  },
  given: readFiles,
  save: async format => ({
    name: `${last?.name.replace(/[^\w.-]+/g, '-') ?? 'unwash'}.${EXTENSIONS[format] ?? 'txt'}`,
    content: last?.says(format) ?? '',
  }),
  set: async ({ reports: given, missing, search, evidence, here }, { knowledge }) => {
    const reports = given.map(one => Report.parse(one))
    const [report] = reports
    const setting = settingFor(here, knowledge)
    if (here.address.startsWith('/compare') || !report) return setFrom(comparePage({ reports, missing }), setting)
    const use = useIn(new URLSearchParams(search), knowledge)
    if (use && 'wrong' in use) throw new Error(`“${use.wrong}” is no use that can be stated: ${use.expected}`)
    const kept = keptWith({ report, evidence, keptOn: today() })
    return setFrom(releasePage(shownRelease(kept, false, use, knowledge), setting.names), setting)
  },
}

/** What each format is written by, and how the name of its file ends. */
const FORMATS = {
  license: licensesReporters,
  claims: claimsReporters,
  release: reporters,
}
/** formats of a terminal and of pictures are not saved from here */
const SAVED = ['json', 'markdown', 'memo-html', 'cyclonedx', 'spdx', 'sarif']
const EXTENSIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(FORMATS).flatMap(all => all.map(({ id, extension }) => [id, extension])),
)

/** a license alone has a memo too */
const MEMOS = ['memo-html']
/** what is told of claims beside terms */
const ALSO = 'read it as an announcement or a card to check.'

/** what is told of terms where claims were looked for */
const IS_TERMS = 'No claim was found, but terms: it was read as a license.'

/** Reads what was given as what it is, or as what it is said to be. */
async function readFiles({ files, as, checks, of, here }: GivenFiles, loaded: Loaded): Promise<Read> {
  const { knowledge } = loaded
  const names = knownNames(knowledge)
  const [first] = files
  const folder = files.length > 1 && files.some(({ path }) => path.includes('/'))
  const archive = files.length === 1 && first && typeof first.content !== 'string' && (await isZip(first.content))
  const entries: readonly ArchiveEntry[] = archive
    ? await unzipped(first.path, first.content as Blob)
    : files.map(file => ({ ...file, size: typeof file.content === 'string' ? file.content.length : file.content.size }))
  const name = (folder ? first?.path.split('/')[0] : first?.path) ?? ''
  const saved = files.length === 1 && !archive && first ? await savedReport(first, loaded) : null
  if (saved || as === 'release' || (as === 'any' && (folder || (archive && entries.length > 1)))) {
    const { report, texts } = saved ?? (await judgedFiles(name, entries, loaded))
    const page = releasePage(shownRelease(keptOf(report, texts), false, null, knowledge), names)
    const saves = formats('release', report.release.name || name, format => write(reporters, format, report))
    return { is: 'release', page: setFrom(page, settingFor(here, knowledge)), formats: saves }
  }
  const texts = entries.slice(0, TEXTS)
  const terms = as === 'claims' ? null : await readTexts(texts, loaded)
  const said =
    as === 'license' ? null : await readClaims(texts, of && { ...of, report: Report.parse(of.report) }, loaded)
  const claims = said?.marks.length ?? 0
  const marks = terms?.marks ?? []
  const known = terms?.report.licenses.some(({ match }) => match.kind !== 'none') ?? false
  const isTerms =
    said === null ||
    (checks
      ? claims === 0 && (known || marks.some(({ does }) => does !== NOT_UNDERSTOOD))
      : known || speakOfTerms(marks, said.marks))
  const setting = settingFor(
    here,
    knowledge,
    texts.map(({ path }) => path),
  )
  const shown = (content: VNode) =>
    setFrom({ frame: { title: '', description: '', address: '/read' }, content }, setting)
  if (terms && isTerms) {
    const { alone } = terms
    // a license calls itself what it likes; what has no name may be a card
    const note = checks ? IS_TERMS : claims > 0 && !known ? `${count(claims, 'claim')} of openness, too: ${ALSO}` : null
    const saves = formats('license', name, format =>
      alone && MEMOS.includes(format)
        ? write(reporters, format, alone)
        : write(licensesReporters, format, terms.report),
    )
    return { is: 'license', page: shown(terms.show(note)), formats: [...saves, ...(alone ? MEMOS : [])] }
  }
  if (terms && claims === 0 && !checks) return { is: 'nothing', page: shown(terms.nothing()), formats: [] }
  const { show, report } = said ?? (await readClaims(texts, null, loaded))
  const saves = formats('claims', name, format => write(claimsReporters, format, report))
  return { is: 'claims', page: shown(show()), formats: saves }

  function write<T>(
    all: readonly { readonly id: string; render(what: T, options: ClaimsRenderOptions): string }[],
    format: string,
    what: T,
  ): string {
    return all.find(({ id }) => id === format)?.render(what, { names, version: loaded.version, subject: name }) ?? ''
  }
}

/** The formats in which what was read can be saved, and what is saved then. */
function formats(kind: keyof typeof FORMATS, name: string, says: (format: string) => string): readonly string[] {
  last = { name, says }
  const has = new Set<string>(FORMATS[kind].map(({ id }) => id))
  return SAVED.filter(id => has.has(id))
}

/** A report with the texts that it was read from, where they are here. */
const keptOf = (report: Report, texts: KeptTexts) => ({
  report,
  keptOn: today(),
  texts,
  elsewhere: new Map(),
  evidence: null,
})

/** How it is set on the page that asks; lines of the texts that were given, by path, stand on that page. */
function settingFor(
  { address, served }: Here,
  knowledge: Loaded['knowledge'],
  texts: readonly string[] = [],
): PageSetting {
  const away = served ? (one: string) => one : relativeTo(address)
  const link = (one: string) => {
    const [, path = '', line] = /^\/source\/(.*)#L(\d+)/.exec(one) ?? []
    return line ? `#${lineId(texts.indexOf(decodeURIComponent(path)), Number(line))}` : away(one)
  }
  return { knowledge, names: knownNames(knowledge), link, served, origin: null }
}

const setFrom = (page: WebPage, setting: PageSetting): SetPage => ({
  title: page.frame.title,
  address: page.frame.address,
  html: contentOf(page, setting),
})

const loading = load()
let turn: Promise<unknown> = loading.then(
  // not waited for
  loaded => void warm(loaded),
  () => undefined,
)

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  turn = turn.then(() => answer(data)).then(answered => postMessage(answered))
})

async function answer(question: Question): Promise<WorkerAnswer> {
  const { id } = question
  try {
    const loaded = await loading
    const began = performance.now()
    const answered = await answerTo(question, loaded)
    return { id, answered, milliseconds: performance.now() - began }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  }
}

const answerTo = <A extends Ask>({ ask, asked }: Question<A>, loaded: Loaded) => ANSWERS[ask](asked, loaded)

/** a claim has the words of every language made ready */
const CLAIM = 'Our model is open source.'
/** of the known texts, one in so many is read */
const ONE_IN = 40

/**
 * Reads the phrases of clauses of known licenses, and some known texts with a word added, before anyone asks: a program
 * gets fast by running. Whoever asks meanwhile is answered first.
 */
async function warm(loaded: Loaded): Promise<void> {
  const known = [...loaded.texts.values()].filter((_, index) => index % ONE_IN === 0)
  const changed = known.map(({ text }) => `${text}\nMore.`)
  for (const content of [...warmingTexts(loaded.knowledge), ...changed]) {
    await new Promise(free => setTimeout(free, 0))
    await readTexts([{ path: 'example.txt', content }], loaded)
  }
  await readClaims([{ path: 'example.md', content: CLAIM }], null, loaded)
}
