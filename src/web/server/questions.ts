import type { Context, Hono } from 'hono'
import { askingOf } from '../../ask.ts'
import type { Reading } from '../../question-report.ts'
import { Evidence, evidenceOf, releaseOf } from '../../sources/saved/save.ts'
import { QUESTIONS, releaseAddress } from '../addresses.ts'
import type { WebPage } from '../pages/layout.tsx'
import { questionsPage } from '../pages/questions.tsx'
import type { KeptRelease } from '../shown.ts'
import { type Made, send } from './answers.ts'
import { wholeBody } from './body.ts'
import { ANSWERS } from './limits.ts'
import { Refusal } from './refusal.ts'
import { checkRate, checkWriter, rateOf } from './security.ts'
import type { Serving } from './serving.ts'

/** The page that asks what could not be decided, and takes what a person answers: of whoever may have audits made. */
export function questionPages(
  app: Hono,
  { known, shelf, memory, writers, rates }: Serving,
  document: (page: WebPage) => Made,
  find: (c: Context) => Promise<KeptRelease>,
): void {
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
    checkWriter(c, writers)
    checkRate(c, rate, 'answers are given')
    const body = await c.req.parseBody().catch(cause => {
      throw new Refusal(400, 'not a form that can be read', null, { cause })
    })
    const { evidence } = await find(c)
    const saved = Evidence.safeParse(evidence)
    if (!saved.success) throw new Refusal(422, 'of this release no evidence is kept that it could be judged by again')
    const name = typeof body.by === 'string' ? body.by.trim().slice(0, 200) : ''
    if (name === '') throw new Refusal(400, 'nobody is named who answers')
    const { release: about } = saved.data
    const asking = askingOf(releaseOf(saved.data), known)
    const readings = asking.settled.open.flatMap(({ id, options, sentence }): Reading[] => {
      const answer = body[id]
      if (typeof answer !== 'string' || !options.some(option => option.id === answer)) return []
      return [{ question: id, answer, quote: sentence, by: { kind: 'person', name }, at: new Date().toISOString() }]
    })
    if (readings.length === 0) throw new Refusal(400, 'nothing that is asked was answered')
    const { release, settled } = asking.with(readings)
    const saving = { version: about.unwash, knowledge: about.knowledge, readOn: about.readOn }
    const { report } = settled
    await shelf.put({ run: 'serve', target: about.place, report, evidence: evidenceOf(release, saving), facts: {} })
    memory.forget()
    return c.redirect(releaseAddress(`${c.req.param('publisher')}/${c.req.param('name')}`), 303)
  })
}
