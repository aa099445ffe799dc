import type { Question, Reading } from '@unwash/core/report/question'
import { type Asking, askingOf } from '@unwash/library/ask'
import { type Receipt, receiptsOf } from '@unwash/reporters/receipt'
import { calledName } from '@unwash/reporters/words/counts'
import { placeInWords } from '@unwash/reporters/words/places'
import { evidenceOf, releaseOf, SavedEvidence } from '@unwash/sources/saved/save'
import type { Context, Hono } from 'hono'
import { PICTURE, QUESTIONS, releaseAddress } from '../addresses.ts'
import type { WebPage } from '../pages/layout.tsx'
import { questionsPage } from '../pages/questions.tsx'
import { receiptPage } from '../pages/receipt/index.tsx'
import { type KeptRelease, shownRelease } from '../shown.ts'
import { ANYWHERE, type Made, made, sendOf } from './answers.ts'
import { ANSWERS, wholeBody } from './limits.ts'
import { cardPicture, pictureOf } from './picture.ts'
import { Refusal } from './refusal.ts'
import { checkRate, checkWriter, type Rate, rateOf } from './security.ts'
import type { Showing } from './serving.ts'

/** releases of which it is kept what answers would change, and milliseconds that a page waits for that */
const MOST_WORKED = 200
const WAIT = 4_000

/** The page that asks what could not be decided, and takes what a person answers: of whoever may have audits made. */
export function questionPages(
  app: Hono,
  serving: Showing,
  document: (page: WebPage) => Made,
  find: (c: Context) => Promise<KeptRelease>,
): void {
  const { writers, rates, pool } = serving
  const path = `/:publisher/:name/${QUESTIONS}`
  const rate = rateOf(rates.audits)
  const working = new Map<string, Promise<readonly Question[] | null>>()
  /** What each answer would change, which takes a judgement each: null until it is worked out. */
  const toldOf = async ({ report, evidence }: KeptRelease): Promise<readonly Question[] | null> => {
    if (!pool || !report.questions?.length) return null
    const key = JSON.stringify([calledName(report), report.questions.map(({ id }) => id)])
    if (working.size > MOST_WORKED) working.clear()
    // a server that is busy asks all the same
    const told =
      working.get(key) ??
      pool.ask(evidence).catch(() => {
        working.delete(key)
        return null
      })
    working.set(key, told)
    return Promise.race([told, new Promise<null>(later => setTimeout(later, WAIT, null))])
  }
  app.get(path, c => {
    const page = find(c).then(async kept => {
      const told = await toldOf(kept)
      const report = told ? { ...kept.report, questions: [...told] } : kept.report
      const without = told ? (kept.report.questions ?? []).length - told.length : 0
      return document(questionsPage(report, writers.by === 'anybody', without))
    })
    return sendOf(c, page)
  })
  app.post(path, wholeBody(ANSWERS), async c => {
    const kept = await find(c)
    await answered(c, serving, kept, rate, (body, { settled }) =>
      settled.open.flatMap(question => {
        const answer = body[question.id]
        return typeof answer === 'string' ? [{ question, answer }] : []
      }),
    )
    return c.redirect(releaseAddress(calledName(kept.report)), 303)
  })
}

/** Answers to questions, as a form has them. */
type Choose = (
  body: Readonly<Record<string, unknown>>,
  asking: Asking,
  /** the same with all that a person may be asked: worked out when it is needed */
  all: () => Asking,
) => readonly { readonly question: Question; readonly answer: string }[]

/** Judges a release again with what a person answers, and keeps it. Throws a Refusal where that may not be. */
export async function answered(
  c: Context,
  { known, shelf, memory, writers }: Showing,
  { evidence }: KeptRelease,
  rate: Rate,
  choose: Choose,
): Promise<void> {
  checkWriter(c, writers)
  checkRate(c, rate, 'answers are given')
  const body = await c.req.parseBody().catch(cause => {
    throw new Refusal(400, 'not a form that can be read', null, { cause })
  })
  const saved = SavedEvidence.safeParse(evidence)
  if (!saved.success) throw new Refusal(422, 'of this release no evidence is kept that it could be judged by again')
  const name = typeof body.by === 'string' ? body.by.trim().slice(0, 200) : ''
  if (name === '') throw new Refusal(400, 'nobody is named who answers')
  const { release: about } = saved.data
  const asking = askingOf(releaseOf(saved.data), known)
  const all = () => askingOf(asking.release, known, { framework: 'all' })
  const readings = choose(body, asking, all).flatMap(({ question, answer }): Reading[] => {
    const { id, options, sentence } = question
    if (!options.some(option => option.id === answer)) return []
    return [{ question: id, answer, quote: sentence, by: { kind: 'person', name }, at: new Date().toISOString() }]
  })
  if (readings.length === 0) throw new Refusal(400, 'nothing that is asked was answered')
  const { release, settled } = asking.with(readings)
  const saving = { version: about.unwash, knowledge: about.knowledge, readOn: about.readOn }
  const { report } = settled
  await shelf.put({ run: 'serve', target: about.place, report, evidence: evidenceOf(release, saving), facts: {} })
  memory.forget()
}

/** The pictures of releases, and the pages of claims that do not hold: one that a person confirmed has one too. */
export function receiptPages(
  app: Hono,
  serving: Showing,
  document: (page: WebPage) => Made,
  find: (c: Context) => Promise<{ readonly kept: KeptRelease; readonly pinned: boolean }>,
): void {
  const { memory, names, known, rates, writers } = serving
  const path = '/:publisher/:name/receipt/:id'
  cardPicture(app, serving, async c => (await find(c)).kept)
  const rate = rateOf(rates.audits)
  const receiptOf = ({ report }: KeptRelease, c: Context): Receipt => {
    const receipt = receiptsOf(report).find(({ id }) => id === c.req.param('id'))
    if (!receipt) throw new Refusal(404, 'no claim of this release that does not hold has that address')
    return receipt
  }
  app.get(path, c => {
    const page = memory.get(c.req.path, async () => {
      const { kept, pinned } = await find(c)
      const receipt = receiptOf(kept, c)
      const picture = !('why' in (await pictureOf(kept.report, receipt, names)))
      const may = writers.by === 'anybody'
      return document(receiptPage(shownRelease(kept, pinned, null, known.knowledge), receipt, names, { picture, may }))
    })
    return sendOf(c, page)
  })
  app.post(path, wholeBody(ANSWERS), async c => {
    const { kept } = await find(c)
    const [said] = receiptOf(kept, c).claim.cited
    await answered(c, serving, kept, rate, (_, __, all) => {
      const question = all().settled.open.find(
        ({ kind, of }) => kind === 'claims' && placeInWords(of) === (said && placeInWords(said)),
      )
      return question ? [{ question, answer: 'yes' }] : []
    })
    return c.redirect(c.req.path, 303)
  })
  app.get(`${path}/${PICTURE}`, c => {
    const drawn = memory.get(c.req.path, async () => {
      const { kept } = await find(c)
      const picture = await pictureOf(kept.report, receiptOf(kept, c), names)
      if ('why' in picture) throw new Refusal(404, picture.why)
      return made('image/png', picture)
    })
    // it is there to be shown elsewhere
    return sendOf(c, drawn, 'no such receipt', ANYWHERE)
  })
}
