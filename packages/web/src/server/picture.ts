import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { lazy } from '@unwash/core/once'
import type { Report } from '@unwash/core/report/report'
import { UNSPACED } from '@unwash/core/text/scripts'
import { card, receiptPicture } from '@unwash/reporters/card'
import type { Names } from '@unwash/reporters/names'
import type { Receipt } from '@unwash/reporters/receipt'
import type { Context, Hono } from 'hono'
import { CARD } from '../addresses.ts'
import type { KeptRelease } from '../shown.ts'
import { ANYWHERE, made, sendOf } from './answers.ts'
import { Refusal } from './refusal.ts'
import type { Showing } from './serving.ts'

const FAMILY = 'DejaVu Sans'
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold']
/** letters that the font has not */
const NO_LETTERS = new RegExp(`[${UNSPACED}]`)

/** What makes a picture of a drawing, loaded when it is first needed; null where its packages are not installed. */
const painter = lazy(async () => {
  const { resolve } = createRequire(import.meta.url)
  try {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
    await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
    const fontBuffers = await Promise.all(FONTS.map(name => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))))
    return (svg: string) => new Resvg(svg, { font: { fontBuffers, defaultFontFamily: FAMILY } }).render().asPng()
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code))) return null
    throw error
  }
})

/** The picture (PNG) of a receipt that a person confirmed; else why there is none. */
export async function pictureOf(report: Report, receipt: Receipt, names: Names): Promise<Uint8Array | { why: string }> {
  if (receipt.confirmed === null) return { why: 'no person has confirmed this: it has no picture' }
  return painted(receiptPicture(report, receipt, names))
}

/** A drawing as a picture (PNG); else why there is none. */
async function painted(drawing: string): Promise<Uint8Array | { why: string }> {
  if (NO_LETTERS.test(drawing)) return { why: 'no picture: the font has no letters of this language' }
  const paint = await painter()
  return paint
    ? paint(drawing)
    : { why: 'a picture needs npm install @resvg/resvg-wasm dejavu-fonts-ttf beside unwash' }
}

/** Whether the card of a release can be painted: the font has its letters, and there is a painter. */
export const hasPicture = async (report: Report, names: Names): Promise<boolean> =>
  !NO_LETTERS.test(card.render(report, { names })) && (await painter()) !== null

/** The card of a release as a picture, to be shown elsewhere. */
export function cardPicture(app: Hono, { memory, names }: Showing, find: (c: Context) => Promise<KeptRelease>): void {
  app.get(`/:publisher/:name/${CARD}`, c => {
    const drawn = memory.get(c.req.path, async () => {
      const picture = await painted(card.render((await find(c)).report, { names }))
      if ('why' in picture) throw new Refusal(404, picture.why)
      return made('image/png', picture)
    })
    return sendOf(c, drawn, 'there is no such picture', ANYWHERE)
  })
}
