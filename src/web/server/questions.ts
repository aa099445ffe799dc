import type { Context, Hono } from 'hono'
import { type Asking, askingOf } from '../../ask.ts'
import type { Question, Reading } from '../../question-report.ts'
import { calledName } from '../../reports/words/called.ts'
import { Evidence, evidenceOf, releaseOf } from '../../sources/saved/save.ts'
import { QUESTIONS, releaseAddress } from '../addresses.ts'
import type { WebPage } from '../pages/layout.tsx'
import { questionsPage } from '../pages/questions.tsx'
import type { KeptRelease } from '../shown.ts'
import { type Made, send } from './answers.ts'
import { wholeBody } from './body.ts'
import { ANSWERS } from './limits.ts'
import { Refusal } from './refusal.ts'
import { checkRate, checkWriter, type Rate, rateOf } from './security.ts'
import type { Serving } from './serving.ts'

/** The page that asks what could not be decided, and takes what a person answers: of whoever may have audits made. */
export function questionPages(
  app: Hono,
  serving: Serving,
  document: (page: WebPage) => Made,
  find: (c: Context) => Promise<KeptRelease>,
): void {
  const { memory, writers, rates } = serving
  const path = `/:publisher/:name/${QUESTIONS}`
  const rate = rateOf(rates.audits)
  app.get(path, async c => {
    const found = await memory.get(c.req.path, async () =>
      document(questionsPage((await find(c)).report, writers.by === 'anybody')),
    )
    if (found === null) throw new Refusal(404, 'no such release')
    return send(c, found)
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
  { known, shelf, memory, writers }: Serving,
  { evidence }: KeptRelease,
  rate: Rate,
  choose: Choose,
): Promise<void> {
  checkWriter(c, writers)
  checkRate(c, rate, 'answers are given')
  const body = await c.req.parseBody().catch(cause => {
    throw new Refusal(400, 'not a form that can be read', null, { cause })
  })
  const saved = Evidence.safeParse(evidence)
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
