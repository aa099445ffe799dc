import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { namesOf, reporters } from '../../reports/index.ts'
import { receiptsOf } from '../../reports/receipt.ts'
import { calledName } from '../../reports/words/counts.ts'
import { roomOr, UnwashError } from '../../sources/error.ts'
import { MOST_ROWS } from '../../store/query.ts'
import {
  ADDRESSES,
  ASIDES,
  BESIDE,
  chartAddress,
  EVIDENCE,
  PICTURE,
  receiptAddress,
  releaseAddress,
  tableAddress,
} from '../addresses.ts'
import { asidePage } from '../pages/aside.tsx'
import { comparePage } from '../pages/compare.tsx'
import { csvOf, drawnCharts } from '../pages/explore/charts.ts'
import { explorePage } from '../pages/explore/index.tsx'
import { setDocument, type WebPage } from '../pages/layout.tsx'
import { receiptPage } from '../pages/receipt.tsx'
import { releasePage } from '../pages/release/index.tsx'
import { relativeTo } from '../pages/setting.ts'
import { sourcePage } from '../pages/source.tsx'
import { troublePage } from '../pages/tools.tsx'
import {
  allRows,
  citedIn,
  FIXED,
  type FoundText,
  home,
  type KeptRelease,
  type KeptTexts,
  KINDS,
  keptRelease,
  knownIds,
  knownPage,
  requirementPage,
  shownRelease,
  shownText,
} from '../shown.ts'
import { ICON } from '../style/icon.ts'
import { READING, STYLE } from '../style/index.ts'
import { ASSETS } from './assets.ts'
import { pictureOf } from './picture.ts'
import type { Serving } from './serving.ts'

/** says that a folder is a site of ours, which may be written again */
const MARK = '.unwash-site'
/** no file system takes a longer name */
const NAME = 200

/**
 * Writes the pages as static files, which any web server can host below any folder. How many were written; throws an
 * UnwashError where they cannot be.
 */
export async function writeSite(
  out: string,
  { known, shelf, origin }: Pick<Serving, 'known' | 'shelf' | 'origin'>,
): Promise<number> {
  await claim(out)
  const { knowledge } = known
  const names = namesOf(knowledge)
  let written = 0

  const file = async (address: string, content: string | Uint8Array) => {
    const path = placeIn(out, address)
    if (path === null) return
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    written += 1
  }
  const page = async (web: WebPage | null) => {
    if (web === null) return
    const { address } = web.frame
    const link = relativeTo(address)
    await file(`${address}/index.html`, setDocument(web, { knowledge, names, link, served: false, origin }))
  }

  await page(await home(shelf, false))
  const rows = await allRows(shelf, {})
  const tally = await shelf.tally({})
  await page(explorePage({ asked: {}, rows: rows.slice(0, MOST_ROWS), total: rows.length, tally }))
  await file(tableAddress('releases.csv'), csvOf(rows))
  await file(tableAddress('releases.json'), JSON.stringify(rows))
  for (const [id, svg] of drawnCharts(tally, {}, names)) await file(chartAddress(id), svg)
  for (const make of FIXED) await page(make())
  await page(comparePage({ reports: [], missing: [] }))
  // a server of files shows it at whatever address: its links begin at the root
  const root = (address: string) => `${origin ?? ''}${address}`
  const lost = troublePage({ says: 'there is no such page', status: 404 })
  await file('/404.html', setDocument(lost, { knowledge, names, link: root, served: false, origin }))
  for (const kind of KINDS)
    for (const id of knownIds(kind, knowledge)) await page(await knownPage(kind, id, knowledge, shelf))
  for (const { id, requirements } of knowledge.frameworks.values())
    for (const requirement of requirements) await page(requirementPage(id, requirement.id, knowledge))

  const release = async (kept: KeptRelease, pinned: boolean) => {
    const { report } = kept
    const { revision } = report.release
    const name = calledName(report)
    const address = releaseAddress(name, pinned ? revision : null)
    const keys = new Set(citedIn(report).map(one => keyOf(one.path, one.place)))
    const isCited = (path: string, place?: string) => keys.has(keyOf(path, place))
    const cited = (texts: KeptTexts, place?: string): KeptTexts =>
      new Map([...texts].filter(([path]) => isSafe(path) && isCited(path, place)))
    const texts = cited(kept.texts)
    const elsewhere = new Map([...kept.elsewhere].map(([place, theirs]) => [place, cited(theirs, place)]))
    const shown = shownRelease({ ...kept, texts, elsewhere }, pinned, null, knowledge)
    await page(releasePage(shown, names))
    for (const which of ASIDES) await page(asidePage(which, shown, names))
    const receipts = receiptsOf(report)
    for (const receipt of receipts) {
      const picture = await pictureOf(report, receipt, names)
      const isThere = !('why' in picture)
      if (!isThere && receipt.confirmed) console.warn(`${receiptAddress(address, receipt.id)}: ${picture.why}`)
      await page(receiptPage(shown, receipt, names, isThere))
      if (isThere) await file(`${receiptAddress(address, receipt.id)}/${PICTURE}`, picture)
    }
    for (const [path, id] of Object.entries(BESIDE))
      await file(`${address}/${path}`, reporters.find(one => one.id === id)?.render(report, { names }) ?? '')
    if (kept.evidence !== null) await file(`${address}/${EVIDENCE}`, JSON.stringify(kept.evidence))
    const source = (text: FoundText) => page(sourcePage(shownText(kept, pinned, text), names))
    for (const [path, text] of texts) await source({ path, ...text })
    for (const [place, theirs] of elsewhere) for (const [path, text] of theirs) await source({ place, path, ...text })
  }
  for (const row of rows) {
    const kept = await keptRelease(shelf, row.name)
    if (kept === null) continue
    await release(kept, false)
    if (kept.report.release.revision !== null) await release(kept, true)
  }

  await cp(ASSETS, join(out, 'assets'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // without the scripts the pages are whole, but for the two that read in the browser
    if (error.code !== 'ENOENT') throw error
  })
  await file(ADDRESSES.style, STYLE)
  await file(ADDRESSES.reading, READING)
  await file('/assets/icon.svg', ICON)
  return written
}

/** Takes a folder for the site: an empty one, or one that holds a site already. */
async function claim(out: string): Promise<void> {
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new UnwashError('cannot make the folder', out, roomOr(cause, 'give one that can be written'), { cause })
  })
  const there = await readdir(out)
  const ours = await stat(join(out, MARK)).catch(() => null)
  if (there.length > 0 && ours === null)
    throw new UnwashError('something else is in', out, 'give an empty folder, or one with a site of unwash')
  await writeFile(join(out, MARK), 'Written by unwash site; it may be written again.\n')
}

/** The file of an address; null for one that would lie elsewhere, or that no file system can name. */
function placeIn(out: string, address: string): string | null {
  const steps = address
    .split('/')
    .filter(step => step !== '')
    .map(decodeURIComponent)
  if (steps.some(step => !isName(step))) return null
  const path = join(out, ...steps)
  const from = relative(out, path)
  return from === '..' || from.startsWith(`..${sep}`) ? null : path
}

const isName = (step: string) => step !== '.' && step !== '..' && step.length <= NAME && !/[/\\\0]/.test(step)
const isSafe = (path: string) => path.split('/').every(step => step !== '' && isName(step))

const keyOf = (path: string, place?: string) => JSON.stringify([path, place ?? null])
