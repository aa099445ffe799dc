import type { Context, Hono } from 'hono'
import { type Receipt, receiptsOf } from '../../reports/receipt.ts'
import { placeOf } from '../../reports/words/places.ts'
import { PICTURE } from '../addresses.ts'
import type { WebPage } from '../pages/layout.tsx'
import { receiptPage } from '../pages/receipt.tsx'
import { type KeptRelease, shownRelease } from '../shown.ts'
import { type Made, made, send } from './answers.ts'
import { wholeBody } from './body.ts'
import { ANSWERS } from './limits.ts'
import { pictureOf } from './picture.ts'
import { answered } from './questions.ts'
import { Refusal } from './refusal.ts'
import { rateOf } from './security.ts'
import type { Serving } from './serving.ts'

/** The pages of claims that do not hold; a person may confirm one, and then it has a picture. */
export function receiptPages(
  app: Hono,
  serving: Serving,
  document: (page: WebPage) => Made,
  find: (c: Context) => Promise<{ readonly kept: KeptRelease; readonly pinned: boolean }>,
): void {
  const { memory, names, known, rates } = serving
  const path = '/:publisher/:name/receipt/:id'
  const rate = rateOf(rates.audits)
  const receiptOf = ({ report }: KeptRelease, c: Context): Receipt => {
    const receipt = receiptsOf(report).find(({ id }) => id === c.req.param('id'))
    if (!receipt) throw new Refusal(404, 'no claim of this release that does not hold has that address')
    return receipt
  }
  const given = async (c: Context, make: () => Promise<Made>) => {
    const found = await memory.get(c.req.path, make)
    if (found === null) throw new Refusal(404, 'no such receipt')
    return found
  }

  app.get(path, async c => {
    const page = await given(c, async () => {
      const { kept, pinned } = await find(c)
      const receipt = receiptOf(kept, c)
      const hasPicture = !('why' in (await pictureOf(kept.report, receipt, names)))
      return document(receiptPage(shownRelease(kept, pinned, null, known.knowledge), receipt, names, hasPicture))
    })
    return send(c, page)
  })
  app.post(path, wholeBody(ANSWERS), async c => {
    const { kept } = await find(c)
    const [said] = receiptOf(kept, c).claim.cited
    await answered(c, serving, kept, rate, (_, __, all) => {
      const question = all().settled.open.find(
        ({ kind, of }) => kind === 'claims' && placeOf(of) === (said && placeOf(said)),
      )
      return question ? [{ question, answer: 'yes' }] : []
    })
    return c.redirect(c.req.path, 303)
  })
  app.get(`${path}/${PICTURE}`, async c => {
    const picture = await given(c, async () => {
      const { kept } = await find(c)
      const picture = await pictureOf(kept.report, receiptOf(kept, c), names)
      if ('why' in picture) throw new Refusal(404, picture.why)
      return made('image/png', picture)
    })
    // it is there to be shown elsewhere
    return send(c, picture, { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' })
  })
}
